'use strict';
// Made by scripts/build.mjs.
require('../lib/main.js').main.run('fleet-outcome');
