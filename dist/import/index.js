'use strict';
// Made by scripts/build.mjs. Node 22.8 and later keep the compiled code between runs.
require('node:module').enableCompileCache?.();
require('../lib/index.js').run('import');
