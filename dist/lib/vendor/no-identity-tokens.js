'use strict';
// Made by scripts/build.mjs, in place of a part of @actions/core.
