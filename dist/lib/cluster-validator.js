/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 510:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(409);


/***/ }),

/***/ 409:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/validator.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
// @ts-nocheck
// Made by scripts/validator.mjs from schema/cluster.schema.json: npm run generate
const ucs2length_1 = { get it() { return __importDefault(__nccwpck_require__(632)); } };
const cluster_schema_json_1 = { get it() { return __importDefault(__nccwpck_require__(349)); } };
const formats_1 = { get it() { return (__nccwpck_require__(907).formats); } };
exports["default"] = validate10;
const schema11 = cluster_schema_json_1.it.default;
const schema12 = cluster_schema_json_1.it.default['definitions']['image'];
const schema13 = cluster_schema_json_1.it.default['definitions']['path'];
const schema15 = cluster_schema_json_1.it.default['definitions']['ip'];
const schema20 = cluster_schema_json_1.it.default['definitions']['ssh'];
const schema31 = cluster_schema_json_1.it.default['definitions']['time'];
const func2 = Object.prototype.hasOwnProperty;
const func3 = ucs2length_1.it.default;
const pattern0 = new RegExp('^(\\./)?(\\.\\./)*[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*\\.ya?ml$', 'u');
const pattern1 = new RegExp('^[a-z0-9]([a-z0-9-]*[a-z0-9])?$', 'u');
const pattern2 = new RegExp('^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$', 'u');
const pattern3 = new RegExp('^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$', 'u');
const pattern5 = new RegExp('^(\\./)?(\\.\\./)*[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*/?$', 'u');
const pattern6 = new RegExp('^(localhost|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+|[a-z0-9]([a-z0-9-]*[a-z0-9])?(?=:))(:[0-9]{1,5})?$', 'u');
const pattern7 = new RegExp('^[A-Za-z0-9_][A-Za-z0-9._$+@/=~-]*$', 'u');
const pattern8 = new RegExp('^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$', 'u');
const pattern9 = new RegExp('^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$', 'u');
const pattern11 = new RegExp('^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$', 'u');
const pattern15 = new RegExp('^[A-Za-z_][A-Za-z0-9_.-]{0,31}$', 'u');
const pattern16 = new RegExp('^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$', 'u');
const pattern17 = new RegExp('^servers$', 'u');
const pattern18 = new RegExp('^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$', 'u');
const pattern19 = new RegExp('^[A-Za-z0-9_][A-Za-z0-9_.-]*$', 'u');
const pattern21 = new RegExp('^[A-Za-z0-9][A-Za-z0-9 _./-]*$', 'u');
const pattern22 = new RegExp('^[A-Za-z0-9][A-Za-z0-9_.-]*$', 'u');
const pattern32 = new RegExp('^(?=.*[A-Za-z])([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$', 'u');
const pattern34 = new RegExp('^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$', 'u');
const pattern36 = new RegExp('^(?=.*[1-9])([0-9]{1,3}d)?([0-9]{1,3}h)?([0-9]{1,4}m)?$', 'u');
const pattern38 = new RegExp('^[A-Za-z0-9._/:=,@%+-]+$', 'u');
const pattern41 = new RegExp('^([01][0-9]|2[0-3]):[0-5][0-9]$', 'u');
const pattern43 = new RegExp('^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$', 'u');
const formats0 = formats_1.it.formats.ip;
const formats2 = formats_1.it.formats['pbx-api'];
const formats8 = formats_1.it.formats['jump-host'];
const formats10 = formats_1.it.formats.cidr;
const formats18 = formats_1.it.formats['duration-hms'];
const schema21 = cluster_schema_json_1.it.default['definitions']['server'];
const pattern23 = new RegExp('^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$', 'u');
function validate11(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs2 = errors;
    let valid1 = true;
    const _errs3 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing0;
        if (data.role === undefined && (missing0 = 'role')) {
            const err0 = {};
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data0 = data.role;
                if (!(data0 === 'queue' ||
                    data0 === 'meeting' ||
                    data0 === 'ivr' ||
                    data0 === 'im' ||
                    data0 === 'dataflow' ||
                    data0 === 'sbc')) {
                    const err1 = {};
                    if (vErrors === null) {
                        vErrors = [err1];
                    }
                    else {
                        vErrors.push(err1);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid0 = _errs3 === errors;
    errors = _errs2;
    if (vErrors !== null) {
        if (_errs2) {
            vErrors.length = _errs2;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid0) {
        const _errs5 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.max_call_sessions !== undefined) {
                const err2 = {
                    instancePath: instancePath + '/max_call_sessions',
                    schemaPath: '#/allOf/0/then/properties/max_call_sessions/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[0].then.properties.max_call_sessions,
                    data: data.max_call_sessions,
                };
                if (vErrors === null) {
                    vErrors = [err2];
                }
                else {
                    vErrors.push(err2);
                }
                errors++;
            }
        }
        var _valid0 = _errs5 === errors;
        valid1 = _valid0;
    }
    if (!valid1) {
        const err3 = {
            instancePath,
            schemaPath: '#/allOf/0/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[0].if,
            parentSchema: schema21.allOf[0],
            data,
        };
        if (vErrors === null) {
            vErrors = [err3];
        }
        else {
            vErrors.push(err3);
        }
        errors++;
    }
    const _errs7 = errors;
    let valid4 = true;
    const _errs8 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing1;
        if (data.role === undefined && (missing1 = 'role')) {
            const err4 = {};
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data2 = data.role;
                if (!(data2 === 'media' ||
                    data2 === 'queue' ||
                    data2 === 'ivr' ||
                    data2 === 'im' ||
                    data2 === 'dataflow' ||
                    data2 === 'sbc')) {
                    const err5 = {};
                    if (vErrors === null) {
                        vErrors = [err5];
                    }
                    else {
                        vErrors.push(err5);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid1 = _errs8 === errors;
    errors = _errs7;
    if (vErrors !== null) {
        if (_errs7) {
            vErrors.length = _errs7;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid1) {
        const _errs10 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.max_rooms !== undefined) {
                const err6 = {
                    instancePath: instancePath + '/max_rooms',
                    schemaPath: '#/allOf/1/then/properties/max_rooms/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[1].then.properties.max_rooms,
                    data: data.max_rooms,
                };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
            if (data.max_participants !== undefined) {
                const err7 = {
                    instancePath: instancePath + '/max_participants',
                    schemaPath: '#/allOf/1/then/properties/max_participants/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[1].then.properties.max_participants,
                    data: data.max_participants,
                };
                if (vErrors === null) {
                    vErrors = [err7];
                }
                else {
                    vErrors.push(err7);
                }
                errors++;
            }
        }
        var _valid1 = _errs10 === errors;
        valid4 = _valid1;
    }
    if (!valid4) {
        const err8 = {
            instancePath,
            schemaPath: '#/allOf/1/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[1].if,
            parentSchema: schema21.allOf[1],
            data,
        };
        if (vErrors === null) {
            vErrors = [err8];
        }
        else {
            vErrors.push(err8);
        }
        errors++;
    }
    const _errs12 = errors;
    let valid7 = true;
    const _errs13 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing2;
        if (data.role === undefined && (missing2 = 'role')) {
            const err9 = {};
            if (vErrors === null) {
                vErrors = [err9];
            }
            else {
                vErrors.push(err9);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data5 = data.role;
                if (!(data5 === 'media' ||
                    data5 === 'queue' ||
                    data5 === 'meeting' ||
                    data5 === 'ivr' ||
                    data5 === 'dataflow' ||
                    data5 === 'sbc')) {
                    const err10 = {};
                    if (vErrors === null) {
                        vErrors = [err10];
                    }
                    else {
                        vErrors.push(err10);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid2 = _errs13 === errors;
    errors = _errs12;
    if (vErrors !== null) {
        if (_errs12) {
            vErrors.length = _errs12;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid2) {
        const _errs15 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.chat_files !== undefined) {
                const err11 = {
                    instancePath: instancePath + '/chat_files',
                    schemaPath: '#/allOf/2/then/properties/chat_files/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[2].then.properties.chat_files,
                    data: data.chat_files,
                };
                if (vErrors === null) {
                    vErrors = [err11];
                }
                else {
                    vErrors.push(err11);
                }
                errors++;
            }
        }
        var _valid2 = _errs15 === errors;
        valid7 = _valid2;
    }
    if (!valid7) {
        const err12 = {
            instancePath,
            schemaPath: '#/allOf/2/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[2].if,
            parentSchema: schema21.allOf[2],
            data,
        };
        if (vErrors === null) {
            vErrors = [err12];
        }
        else {
            vErrors.push(err12);
        }
        errors++;
    }
    const _errs17 = errors;
    let valid10 = true;
    const _errs18 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing3;
        if (data.role === undefined && (missing3 = 'role')) {
            const err13 = {};
            if (vErrors === null) {
                vErrors = [err13];
            }
            else {
                vErrors.push(err13);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data7 = data.role;
                if (!(data7 === 'media' ||
                    data7 === 'queue' ||
                    data7 === 'meeting' ||
                    data7 === 'ivr' ||
                    data7 === 'im' ||
                    data7 === 'sbc')) {
                    const err14 = {};
                    if (vErrors === null) {
                        vErrors = [err14];
                    }
                    else {
                        vErrors.push(err14);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid3 = _errs18 === errors;
    errors = _errs17;
    if (vErrors !== null) {
        if (_errs17) {
            vErrors.length = _errs17;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid3) {
        const _errs20 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.clickhouse_image !== undefined) {
                const err15 = {
                    instancePath: instancePath + '/clickhouse_image',
                    schemaPath: '#/allOf/3/then/properties/clickhouse_image/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[3].then.properties.clickhouse_image,
                    data: data.clickhouse_image,
                };
                if (vErrors === null) {
                    vErrors = [err15];
                }
                else {
                    vErrors.push(err15);
                }
                errors++;
            }
        }
        var _valid3 = _errs20 === errors;
        valid10 = _valid3;
    }
    if (!valid10) {
        const err16 = {
            instancePath,
            schemaPath: '#/allOf/3/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[3].if,
            parentSchema: schema21.allOf[3],
            data,
        };
        if (vErrors === null) {
            vErrors = [err16];
        }
        else {
            vErrors.push(err16);
        }
        errors++;
    }
    const _errs22 = errors;
    let valid13 = true;
    const _errs23 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing4;
        if (data.role === undefined && (missing4 = 'role')) {
            const err17 = {};
            if (vErrors === null) {
                vErrors = [err17];
            }
            else {
                vErrors.push(err17);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data9 = data.role;
                if (!(data9 === 'queue' || data9 === 'meeting' || data9 === 'ivr')) {
                    const err18 = {};
                    if (vErrors === null) {
                        vErrors = [err18];
                    }
                    else {
                        vErrors.push(err18);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid4 = _errs23 === errors;
    errors = _errs22;
    if (vErrors !== null) {
        if (_errs22) {
            vErrors.length = _errs22;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid4) {
        const _errs25 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.public_ip !== undefined) {
                const err19 = {
                    instancePath: instancePath + '/public_ip',
                    schemaPath: '#/allOf/4/then/properties/public_ip/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[4].then.properties.public_ip,
                    data: data.public_ip,
                };
                if (vErrors === null) {
                    vErrors = [err19];
                }
                else {
                    vErrors.push(err19);
                }
                errors++;
            }
        }
        var _valid4 = _errs25 === errors;
        valid13 = _valid4;
    }
    if (!valid13) {
        const err20 = {
            instancePath,
            schemaPath: '#/allOf/4/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[4].if,
            parentSchema: schema21.allOf[4],
            data,
        };
        if (vErrors === null) {
            vErrors = [err20];
        }
        else {
            vErrors.push(err20);
        }
        errors++;
    }
    const _errs27 = errors;
    let valid16 = true;
    const _errs28 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing5;
        if (data.role === undefined && (missing5 = 'role')) {
            const err21 = {};
            if (vErrors === null) {
                vErrors = [err21];
            }
            else {
                vErrors.push(err21);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data11 = data.role;
                if (!(data11 === 'media' ||
                    data11 === 'queue' ||
                    data11 === 'meeting' ||
                    data11 === 'ivr' ||
                    data11 === 'sbc')) {
                    const err22 = {};
                    if (vErrors === null) {
                        vErrors = [err22];
                    }
                    else {
                        vErrors.push(err22);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid5 = _errs28 === errors;
    errors = _errs27;
    if (vErrors !== null) {
        if (_errs27) {
            vErrors.length = _errs27;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid5) {
        const _errs30 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.private_ip === undefined) {
                const err23 = {
                    instancePath,
                    schemaPath: '#/allOf/5/then/required',
                    keyword: 'required',
                    params: { missingProperty: 'private_ip' },
                    message: "must have required property '" + 'private_ip' + "'",
                    schema: schema21.allOf[5].then.required,
                    parentSchema: schema21.allOf[5].then,
                    data,
                };
                if (vErrors === null) {
                    vErrors = [err23];
                }
                else {
                    vErrors.push(err23);
                }
                errors++;
            }
        }
        var _valid5 = _errs30 === errors;
        valid16 = _valid5;
    }
    if (!valid16) {
        const err24 = {
            instancePath,
            schemaPath: '#/allOf/5/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[5].if,
            parentSchema: schema21.allOf[5],
            data,
        };
        if (vErrors === null) {
            vErrors = [err24];
        }
        else {
            vErrors.push(err24);
        }
        errors++;
    }
    const _errs32 = errors;
    let valid18 = true;
    const _errs33 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing6;
        if (data.role === undefined && (missing6 = 'role')) {
            const err25 = {};
            if (vErrors === null) {
                vErrors = [err25];
            }
            else {
                vErrors.push(err25);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data12 = data.role;
                if (!(data12 === 'im' || data12 === 'dataflow')) {
                    const err26 = {};
                    if (vErrors === null) {
                        vErrors = [err26];
                    }
                    else {
                        vErrors.push(err26);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid6 = _errs33 === errors;
    errors = _errs32;
    if (vErrors !== null) {
        if (_errs32) {
            vErrors.length = _errs32;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid6) {
        const _errs35 = errors;
        const _errs36 = errors;
        let valid20 = false;
        const _errs37 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.private_ip === undefined) {
                const err27 = {
                    instancePath,
                    schemaPath: '#/allOf/6/then/anyOf/0/required',
                    keyword: 'required',
                    params: { missingProperty: 'private_ip' },
                    message: "must have required property '" + 'private_ip' + "'",
                    schema: schema21.allOf[6].then.anyOf[0].required,
                    parentSchema: schema21.allOf[6].then.anyOf[0],
                    data,
                };
                if (vErrors === null) {
                    vErrors = [err27];
                }
                else {
                    vErrors.push(err27);
                }
                errors++;
            }
        }
        var _valid7 = _errs37 === errors;
        valid20 = valid20 || _valid7;
        if (!valid20) {
            const _errs38 = errors;
            if (data && typeof data == 'object' && !Array.isArray(data)) {
                if (data.public_ip === undefined) {
                    const err28 = {
                        instancePath,
                        schemaPath: '#/allOf/6/then/anyOf/1/required',
                        keyword: 'required',
                        params: { missingProperty: 'public_ip' },
                        message: "must have required property '" + 'public_ip' + "'",
                        schema: schema21.allOf[6].then.anyOf[1].required,
                        parentSchema: schema21.allOf[6].then.anyOf[1],
                        data,
                    };
                    if (vErrors === null) {
                        vErrors = [err28];
                    }
                    else {
                        vErrors.push(err28);
                    }
                    errors++;
                }
            }
            var _valid7 = _errs38 === errors;
            valid20 = valid20 || _valid7;
        }
        if (!valid20) {
            const err29 = {
                instancePath,
                schemaPath: '#/allOf/6/then/anyOf',
                keyword: 'anyOf',
                params: {},
                message: 'must match a schema in anyOf',
                schema: schema21.allOf[6].then.anyOf,
                parentSchema: schema21.allOf[6].then,
                data,
            };
            if (vErrors === null) {
                vErrors = [err29];
            }
            else {
                vErrors.push(err29);
            }
            errors++;
        }
        else {
            errors = _errs36;
            if (vErrors !== null) {
                if (_errs36) {
                    vErrors.length = _errs36;
                }
                else {
                    vErrors = null;
                }
            }
        }
        var _valid6 = _errs35 === errors;
        valid18 = _valid6;
    }
    if (!valid18) {
        const err30 = {
            instancePath,
            schemaPath: '#/allOf/6/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[6].if,
            parentSchema: schema21.allOf[6],
            data,
        };
        if (vErrors === null) {
            vErrors = [err30];
        }
        else {
            vErrors.push(err30);
        }
        errors++;
    }
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.name === undefined) {
            const err31 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                message: "must have required property '" + 'name' + "'",
                schema: schema21.required,
                parentSchema: schema21,
                data,
            };
            if (vErrors === null) {
                vErrors = [err31];
            }
            else {
                vErrors.push(err31);
            }
            errors++;
        }
        if (data.role === undefined) {
            const err32 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'role' },
                message: "must have required property '" + 'role' + "'",
                schema: schema21.required,
                parentSchema: schema21,
                data,
            };
            if (vErrors === null) {
                vErrors = [err32];
            }
            else {
                vErrors.push(err32);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!func2.call(schema21.properties, key0)) {
                const err33 = {
                    instancePath,
                    schemaPath: '#/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key0 },
                    message: 'must NOT have additional properties',
                    schema: false,
                    parentSchema: schema21,
                    data,
                };
                if (vErrors === null) {
                    vErrors = [err33];
                }
                else {
                    vErrors.push(err33);
                }
                errors++;
            }
        }
        if (data.name !== undefined) {
            let data13 = data.name;
            if (typeof data13 === 'string') {
                if (!pattern23.test(data13)) {
                    const err34 = {
                        instancePath: instancePath + '/name',
                        schemaPath: '#/properties/name/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' },
                        message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' + '"',
                        schema: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
                        parentSchema: schema21.properties.name,
                        data: data13,
                    };
                    if (vErrors === null) {
                        vErrors = [err34];
                    }
                    else {
                        vErrors.push(err34);
                    }
                    errors++;
                }
            }
            else {
                const err35 = {
                    instancePath: instancePath + '/name',
                    schemaPath: '#/properties/name/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema21.properties.name.type,
                    parentSchema: schema21.properties.name,
                    data: data13,
                };
                if (vErrors === null) {
                    vErrors = [err35];
                }
                else {
                    vErrors.push(err35);
                }
                errors++;
            }
        }
        if (data.role !== undefined) {
            let data14 = data.role;
            if (!(data14 === 'media' ||
                data14 === 'queue' ||
                data14 === 'meeting' ||
                data14 === 'ivr' ||
                data14 === 'im' ||
                data14 === 'dataflow' ||
                data14 === 'sbc')) {
                const err36 = {
                    instancePath: instancePath + '/role',
                    schemaPath: '#/properties/role/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema21.properties.role.enum },
                    message: 'must be equal to one of the allowed values',
                    schema: schema21.properties.role.enum,
                    parentSchema: schema21.properties.role,
                    data: data14,
                };
                if (vErrors === null) {
                    vErrors = [err36];
                }
                else {
                    vErrors.push(err36);
                }
                errors++;
            }
        }
        if (data.private_ip !== undefined) {
            let data15 = data.private_ip;
            if (typeof data15 === 'string') {
                if (func3(data15) > 45) {
                    const err37 = {
                        instancePath: instancePath + '/private_ip',
                        schemaPath: '#/definitions/ip/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 45 },
                        message: 'must NOT have more than 45 characters',
                        schema: 45,
                        parentSchema: schema15,
                        data: data15,
                    };
                    if (vErrors === null) {
                        vErrors = [err37];
                    }
                    else {
                        vErrors.push(err37);
                    }
                    errors++;
                }
                if (!pattern8.test(data15)) {
                    const err38 = {
                        instancePath: instancePath + '/private_ip',
                        schemaPath: '#/definitions/ip/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                        },
                        message: 'must match pattern "' +
                            '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                            '"',
                        schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                        parentSchema: schema15,
                        data: data15,
                    };
                    if (vErrors === null) {
                        vErrors = [err38];
                    }
                    else {
                        vErrors.push(err38);
                    }
                    errors++;
                }
                if (!formats0(data15)) {
                    const err39 = {
                        instancePath: instancePath + '/private_ip',
                        schemaPath: '#/definitions/ip/format',
                        keyword: 'format',
                        params: { format: 'ip' },
                        message: 'must match format "' + 'ip' + '"',
                        schema: 'ip',
                        parentSchema: schema15,
                        data: data15,
                    };
                    if (vErrors === null) {
                        vErrors = [err39];
                    }
                    else {
                        vErrors.push(err39);
                    }
                    errors++;
                }
            }
            else {
                const err40 = {
                    instancePath: instancePath + '/private_ip',
                    schemaPath: '#/definitions/ip/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema15.type,
                    parentSchema: schema15,
                    data: data15,
                };
                if (vErrors === null) {
                    vErrors = [err40];
                }
                else {
                    vErrors.push(err40);
                }
                errors++;
            }
        }
        if (data.public_ip !== undefined) {
            let data16 = data.public_ip;
            if (typeof data16 === 'string') {
                if (func3(data16) > 45) {
                    const err41 = {
                        instancePath: instancePath + '/public_ip',
                        schemaPath: '#/definitions/ip/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 45 },
                        message: 'must NOT have more than 45 characters',
                        schema: 45,
                        parentSchema: schema15,
                        data: data16,
                    };
                    if (vErrors === null) {
                        vErrors = [err41];
                    }
                    else {
                        vErrors.push(err41);
                    }
                    errors++;
                }
                if (!pattern8.test(data16)) {
                    const err42 = {
                        instancePath: instancePath + '/public_ip',
                        schemaPath: '#/definitions/ip/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                        },
                        message: 'must match pattern "' +
                            '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                            '"',
                        schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                        parentSchema: schema15,
                        data: data16,
                    };
                    if (vErrors === null) {
                        vErrors = [err42];
                    }
                    else {
                        vErrors.push(err42);
                    }
                    errors++;
                }
                if (!formats0(data16)) {
                    const err43 = {
                        instancePath: instancePath + '/public_ip',
                        schemaPath: '#/definitions/ip/format',
                        keyword: 'format',
                        params: { format: 'ip' },
                        message: 'must match format "' + 'ip' + '"',
                        schema: 'ip',
                        parentSchema: schema15,
                        data: data16,
                    };
                    if (vErrors === null) {
                        vErrors = [err43];
                    }
                    else {
                        vErrors.push(err43);
                    }
                    errors++;
                }
            }
            else {
                const err44 = {
                    instancePath: instancePath + '/public_ip',
                    schemaPath: '#/definitions/ip/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema15.type,
                    parentSchema: schema15,
                    data: data16,
                };
                if (vErrors === null) {
                    vErrors = [err44];
                }
                else {
                    vErrors.push(err44);
                }
                errors++;
            }
        }
        if (data.enabled !== undefined) {
            let data17 = data.enabled;
            if (typeof data17 !== 'boolean') {
                const err45 = {
                    instancePath: instancePath + '/enabled',
                    schemaPath: '#/properties/enabled/type',
                    keyword: 'type',
                    params: { type: 'boolean' },
                    message: 'must be boolean',
                    schema: schema21.properties.enabled.type,
                    parentSchema: schema21.properties.enabled,
                    data: data17,
                };
                if (vErrors === null) {
                    vErrors = [err45];
                }
                else {
                    vErrors.push(err45);
                }
                errors++;
            }
        }
        if (data.image !== undefined) {
            let data18 = data.image;
            if (typeof data18 === 'string') {
                if (func3(data18) > 255) {
                    const err46 = {
                        instancePath: instancePath + '/image',
                        schemaPath: '#/definitions/image/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema12,
                        data: data18,
                    };
                    if (vErrors === null) {
                        vErrors = [err46];
                    }
                    else {
                        vErrors.push(err46);
                    }
                    errors++;
                }
                if (!pattern2.test(data18)) {
                    const err47 = {
                        instancePath: instancePath + '/image',
                        schemaPath: '#/definitions/image/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        },
                        message: 'must match pattern "' +
                            '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
                            '"',
                        schema: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        parentSchema: schema12,
                        data: data18,
                    };
                    if (vErrors === null) {
                        vErrors = [err47];
                    }
                    else {
                        vErrors.push(err47);
                    }
                    errors++;
                }
            }
            else {
                const err48 = {
                    instancePath: instancePath + '/image',
                    schemaPath: '#/definitions/image/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema12.type,
                    parentSchema: schema12,
                    data: data18,
                };
                if (vErrors === null) {
                    vErrors = [err48];
                }
                else {
                    vErrors.push(err48);
                }
                errors++;
            }
        }
        if (data.data_path !== undefined) {
            let data19 = data.data_path;
            if (typeof data19 === 'string') {
                if (func3(data19) > 255) {
                    const err49 = {
                        instancePath: instancePath + '/data_path',
                        schemaPath: '#/definitions/path/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema13,
                        data: data19,
                    };
                    if (vErrors === null) {
                        vErrors = [err49];
                    }
                    else {
                        vErrors.push(err49);
                    }
                    errors++;
                }
                if (!pattern3.test(data19)) {
                    const err50 = {
                        instancePath: instancePath + '/data_path',
                        schemaPath: '#/definitions/path/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                        parentSchema: schema13,
                        data: data19,
                    };
                    if (vErrors === null) {
                        vErrors = [err50];
                    }
                    else {
                        vErrors.push(err50);
                    }
                    errors++;
                }
            }
            else {
                const err51 = {
                    instancePath: instancePath + '/data_path',
                    schemaPath: '#/definitions/path/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema13.type,
                    parentSchema: schema13,
                    data: data19,
                };
                if (vErrors === null) {
                    vErrors = [err51];
                }
                else {
                    vErrors.push(err51);
                }
                errors++;
            }
        }
        if (data.ssh !== undefined) {
            let data20 = data.ssh;
            if (data20 && typeof data20 == 'object' && !Array.isArray(data20)) {
                for (const key1 in data20) {
                    if (!(key1 === 'user' || key1 === 'port' || key1 === 'jump_host')) {
                        const err52 = {
                            instancePath: instancePath + '/ssh',
                            schemaPath: '#/definitions/ssh/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key1 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema20,
                            data: data20,
                        };
                        if (vErrors === null) {
                            vErrors = [err52];
                        }
                        else {
                            vErrors.push(err52);
                        }
                        errors++;
                    }
                }
                if (data20.user !== undefined) {
                    let data21 = data20.user;
                    if (typeof data21 === 'string') {
                        if (!pattern15.test(data21)) {
                            const err53 = {
                                instancePath: instancePath + '/ssh/user',
                                schemaPath: '#/definitions/ssh/properties/user/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' },
                                message: 'must match pattern "' + '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' + '"',
                                schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$',
                                parentSchema: schema20.properties.user,
                                data: data21,
                            };
                            if (vErrors === null) {
                                vErrors = [err53];
                            }
                            else {
                                vErrors.push(err53);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err54 = {
                            instancePath: instancePath + '/ssh/user',
                            schemaPath: '#/definitions/ssh/properties/user/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema20.properties.user.type,
                            parentSchema: schema20.properties.user,
                            data: data21,
                        };
                        if (vErrors === null) {
                            vErrors = [err54];
                        }
                        else {
                            vErrors.push(err54);
                        }
                        errors++;
                    }
                }
                if (data20.port !== undefined) {
                    let data22 = data20.port;
                    if (!(typeof data22 == 'number' && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
                        const err55 = {
                            instancePath: instancePath + '/ssh/port',
                            schemaPath: '#/definitions/ssh/properties/port/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                            schema: schema20.properties.port.type,
                            parentSchema: schema20.properties.port,
                            data: data22,
                        };
                        if (vErrors === null) {
                            vErrors = [err55];
                        }
                        else {
                            vErrors.push(err55);
                        }
                        errors++;
                    }
                    if (typeof data22 == 'number' && isFinite(data22)) {
                        if (data22 > 65535 || isNaN(data22)) {
                            const err56 = {
                                instancePath: instancePath + '/ssh/port',
                                schemaPath: '#/definitions/ssh/properties/port/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 65535 },
                                message: 'must be <= 65535',
                                schema: 65535,
                                parentSchema: schema20.properties.port,
                                data: data22,
                            };
                            if (vErrors === null) {
                                vErrors = [err56];
                            }
                            else {
                                vErrors.push(err56);
                            }
                            errors++;
                        }
                        if (data22 < 1 || isNaN(data22)) {
                            const err57 = {
                                instancePath: instancePath + '/ssh/port',
                                schemaPath: '#/definitions/ssh/properties/port/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                                schema: 1,
                                parentSchema: schema20.properties.port,
                                data: data22,
                            };
                            if (vErrors === null) {
                                vErrors = [err57];
                            }
                            else {
                                vErrors.push(err57);
                            }
                            errors++;
                        }
                    }
                }
                if (data20.jump_host !== undefined) {
                    let data23 = data20.jump_host;
                    if (typeof data23 === 'string') {
                        if (func3(data23) > 300) {
                            const err58 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 300 },
                                message: 'must NOT have more than 300 characters',
                                schema: 300,
                                parentSchema: schema20.properties.jump_host,
                                data: data23,
                            };
                            if (vErrors === null) {
                                vErrors = [err58];
                            }
                            else {
                                vErrors.push(err58);
                            }
                            errors++;
                        }
                        if (!pattern16.test(data23)) {
                            const err59 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                                },
                                message: 'must match pattern "' +
                                    '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$' +
                                    '"',
                                schema: '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                                parentSchema: schema20.properties.jump_host,
                                data: data23,
                            };
                            if (vErrors === null) {
                                vErrors = [err59];
                            }
                            else {
                                vErrors.push(err59);
                            }
                            errors++;
                        }
                        if (!formats8(data23)) {
                            const err60 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/format',
                                keyword: 'format',
                                params: { format: 'jump-host' },
                                message: 'must match format "' + 'jump-host' + '"',
                                schema: 'jump-host',
                                parentSchema: schema20.properties.jump_host,
                                data: data23,
                            };
                            if (vErrors === null) {
                                vErrors = [err60];
                            }
                            else {
                                vErrors.push(err60);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err61 = {
                            instancePath: instancePath + '/ssh/jump_host',
                            schemaPath: '#/definitions/ssh/properties/jump_host/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema20.properties.jump_host.type,
                            parentSchema: schema20.properties.jump_host,
                            data: data23,
                        };
                        if (vErrors === null) {
                            vErrors = [err61];
                        }
                        else {
                            vErrors.push(err61);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err62 = {
                    instancePath: instancePath + '/ssh',
                    schemaPath: '#/definitions/ssh/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema20.type,
                    parentSchema: schema20,
                    data: data20,
                };
                if (vErrors === null) {
                    vErrors = [err62];
                }
                else {
                    vErrors.push(err62);
                }
                errors++;
            }
        }
        if (data.max_call_sessions !== undefined) {
            let data24 = data.max_call_sessions;
            if (!(typeof data24 == 'number' && !(data24 % 1) && !isNaN(data24) && isFinite(data24))) {
                const err63 = {
                    instancePath: instancePath + '/max_call_sessions',
                    schemaPath: '#/properties/max_call_sessions/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                    schema: schema21.properties.max_call_sessions.type,
                    parentSchema: schema21.properties.max_call_sessions,
                    data: data24,
                };
                if (vErrors === null) {
                    vErrors = [err63];
                }
                else {
                    vErrors.push(err63);
                }
                errors++;
            }
            if (typeof data24 == 'number' && isFinite(data24)) {
                if (data24 > 1000000 || isNaN(data24)) {
                    const err64 = {
                        instancePath: instancePath + '/max_call_sessions',
                        schemaPath: '#/properties/max_call_sessions/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 1000000 },
                        message: 'must be <= 1000000',
                        schema: 1000000,
                        parentSchema: schema21.properties.max_call_sessions,
                        data: data24,
                    };
                    if (vErrors === null) {
                        vErrors = [err64];
                    }
                    else {
                        vErrors.push(err64);
                    }
                    errors++;
                }
                if (data24 < 1 || isNaN(data24)) {
                    const err65 = {
                        instancePath: instancePath + '/max_call_sessions',
                        schemaPath: '#/properties/max_call_sessions/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                        message: 'must be >= 1',
                        schema: 1,
                        parentSchema: schema21.properties.max_call_sessions,
                        data: data24,
                    };
                    if (vErrors === null) {
                        vErrors = [err65];
                    }
                    else {
                        vErrors.push(err65);
                    }
                    errors++;
                }
            }
        }
        if (data.max_rooms !== undefined) {
            let data25 = data.max_rooms;
            if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
                const err66 = {
                    instancePath: instancePath + '/max_rooms',
                    schemaPath: '#/properties/max_rooms/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                    schema: schema21.properties.max_rooms.type,
                    parentSchema: schema21.properties.max_rooms,
                    data: data25,
                };
                if (vErrors === null) {
                    vErrors = [err66];
                }
                else {
                    vErrors.push(err66);
                }
                errors++;
            }
            if (typeof data25 == 'number' && isFinite(data25)) {
                if (data25 > 1000000 || isNaN(data25)) {
                    const err67 = {
                        instancePath: instancePath + '/max_rooms',
                        schemaPath: '#/properties/max_rooms/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 1000000 },
                        message: 'must be <= 1000000',
                        schema: 1000000,
                        parentSchema: schema21.properties.max_rooms,
                        data: data25,
                    };
                    if (vErrors === null) {
                        vErrors = [err67];
                    }
                    else {
                        vErrors.push(err67);
                    }
                    errors++;
                }
                if (data25 < 1 || isNaN(data25)) {
                    const err68 = {
                        instancePath: instancePath + '/max_rooms',
                        schemaPath: '#/properties/max_rooms/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                        message: 'must be >= 1',
                        schema: 1,
                        parentSchema: schema21.properties.max_rooms,
                        data: data25,
                    };
                    if (vErrors === null) {
                        vErrors = [err68];
                    }
                    else {
                        vErrors.push(err68);
                    }
                    errors++;
                }
            }
        }
        if (data.max_participants !== undefined) {
            let data26 = data.max_participants;
            if (!(typeof data26 == 'number' && !(data26 % 1) && !isNaN(data26) && isFinite(data26))) {
                const err69 = {
                    instancePath: instancePath + '/max_participants',
                    schemaPath: '#/properties/max_participants/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                    schema: schema21.properties.max_participants.type,
                    parentSchema: schema21.properties.max_participants,
                    data: data26,
                };
                if (vErrors === null) {
                    vErrors = [err69];
                }
                else {
                    vErrors.push(err69);
                }
                errors++;
            }
            if (typeof data26 == 'number' && isFinite(data26)) {
                if (data26 > 1000000 || isNaN(data26)) {
                    const err70 = {
                        instancePath: instancePath + '/max_participants',
                        schemaPath: '#/properties/max_participants/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 1000000 },
                        message: 'must be <= 1000000',
                        schema: 1000000,
                        parentSchema: schema21.properties.max_participants,
                        data: data26,
                    };
                    if (vErrors === null) {
                        vErrors = [err70];
                    }
                    else {
                        vErrors.push(err70);
                    }
                    errors++;
                }
                if (data26 < 1 || isNaN(data26)) {
                    const err71 = {
                        instancePath: instancePath + '/max_participants',
                        schemaPath: '#/properties/max_participants/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                        message: 'must be >= 1',
                        schema: 1,
                        parentSchema: schema21.properties.max_participants,
                        data: data26,
                    };
                    if (vErrors === null) {
                        vErrors = [err71];
                    }
                    else {
                        vErrors.push(err71);
                    }
                    errors++;
                }
            }
        }
        if (data.chat_files !== undefined) {
            let data27 = data.chat_files;
            if (typeof data27 === 'string') {
                if (func3(data27) > 255) {
                    const err72 = {
                        instancePath: instancePath + '/chat_files',
                        schemaPath: '#/definitions/path/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema13,
                        data: data27,
                    };
                    if (vErrors === null) {
                        vErrors = [err72];
                    }
                    else {
                        vErrors.push(err72);
                    }
                    errors++;
                }
                if (!pattern3.test(data27)) {
                    const err73 = {
                        instancePath: instancePath + '/chat_files',
                        schemaPath: '#/definitions/path/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                        parentSchema: schema13,
                        data: data27,
                    };
                    if (vErrors === null) {
                        vErrors = [err73];
                    }
                    else {
                        vErrors.push(err73);
                    }
                    errors++;
                }
            }
            else {
                const err74 = {
                    instancePath: instancePath + '/chat_files',
                    schemaPath: '#/definitions/path/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema13.type,
                    parentSchema: schema13,
                    data: data27,
                };
                if (vErrors === null) {
                    vErrors = [err74];
                }
                else {
                    vErrors.push(err74);
                }
                errors++;
            }
        }
        if (data.clickhouse_image !== undefined) {
            let data28 = data.clickhouse_image;
            if (typeof data28 === 'string') {
                if (func3(data28) > 255) {
                    const err75 = {
                        instancePath: instancePath + '/clickhouse_image',
                        schemaPath: '#/definitions/image/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema12,
                        data: data28,
                    };
                    if (vErrors === null) {
                        vErrors = [err75];
                    }
                    else {
                        vErrors.push(err75);
                    }
                    errors++;
                }
                if (!pattern2.test(data28)) {
                    const err76 = {
                        instancePath: instancePath + '/clickhouse_image',
                        schemaPath: '#/definitions/image/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        },
                        message: 'must match pattern "' +
                            '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
                            '"',
                        schema: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        parentSchema: schema12,
                        data: data28,
                    };
                    if (vErrors === null) {
                        vErrors = [err76];
                    }
                    else {
                        vErrors.push(err76);
                    }
                    errors++;
                }
            }
            else {
                const err77 = {
                    instancePath: instancePath + '/clickhouse_image',
                    schemaPath: '#/definitions/image/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema12.type,
                    parentSchema: schema12,
                    data: data28,
                };
                if (vErrors === null) {
                    vErrors = [err77];
                }
                else {
                    vErrors.push(err77);
                }
                errors++;
            }
        }
    }
    else {
        const err78 = {
            instancePath,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
            schema: schema21.type,
            parentSchema: schema21,
            data,
        };
        if (vErrors === null) {
            vErrors = [err78];
        }
        else {
            vErrors.push(err78);
        }
        errors++;
    }
    validate11.errors = vErrors;
    return errors === 0;
}
function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    /*# sourceURL="https://raw.githubusercontent.com/portsip-cluster/actions/v1/schema/cluster.schema.json" */ let vErrors = null;
    let errors = 0;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.version === undefined) {
            const err0 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'version' },
                message: "must have required property '" + 'version' + "'",
                schema: schema11.required,
                parentSchema: schema11,
                data,
            };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.name === undefined) {
            const err1 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                message: "must have required property '" + 'name' + "'",
                schema: schema11.required,
                parentSchema: schema11,
                data,
            };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data.image === undefined) {
            const err2 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'image' },
                message: "must have required property '" + 'image' + "'",
                schema: schema11.required,
                parentSchema: schema11,
                data,
            };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.pbx === undefined) {
            const err3 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'pbx' },
                message: "must have required property '" + 'pbx' + "'",
                schema: schema11.required,
                parentSchema: schema11,
                data,
            };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        if (data.servers === undefined) {
            const err4 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'servers' },
                message: "must have required property '" + 'servers' + "'",
                schema: schema11.required,
                parentSchema: schema11,
                data,
            };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!func2.call(schema11.properties, key0)) {
                const err5 = {
                    instancePath,
                    schemaPath: '#/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key0 },
                    message: 'must NOT have additional properties',
                    schema: false,
                    parentSchema: schema11,
                    data,
                };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (data.version !== undefined) {
            let data0 = data.version;
            if (1 !== data0) {
                const err6 = {
                    instancePath: instancePath + '/version',
                    schemaPath: '#/properties/version/const',
                    keyword: 'const',
                    params: { allowedValue: 1 },
                    message: 'must be equal to constant',
                    schema: 1,
                    parentSchema: schema11.properties.version,
                    data: data0,
                };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        if (data.extends !== undefined) {
            let data1 = data.extends;
            if (typeof data1 === 'string') {
                if (func3(data1) > 200) {
                    const err7 = {
                        instancePath: instancePath + '/extends',
                        schemaPath: '#/properties/extends/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 200 },
                        message: 'must NOT have more than 200 characters',
                        schema: 200,
                        parentSchema: schema11.properties.extends,
                        data: data1,
                    };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
                if (!pattern0.test(data1)) {
                    const err8 = {
                        instancePath: instancePath + '/extends',
                        schemaPath: '#/properties/extends/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^(\\./)?(\\.\\./)*[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*\\.ya?ml$',
                        },
                        message: 'must match pattern "' +
                            '^(\\./)?(\\.\\./)*[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*\\.ya?ml$' +
                            '"',
                        schema: '^(\\./)?(\\.\\./)*[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*\\.ya?ml$',
                        parentSchema: schema11.properties.extends,
                        data: data1,
                    };
                    if (vErrors === null) {
                        vErrors = [err8];
                    }
                    else {
                        vErrors.push(err8);
                    }
                    errors++;
                }
            }
            else {
                const err9 = {
                    instancePath: instancePath + '/extends',
                    schemaPath: '#/properties/extends/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema11.properties.extends.type,
                    parentSchema: schema11.properties.extends,
                    data: data1,
                };
                if (vErrors === null) {
                    vErrors = [err9];
                }
                else {
                    vErrors.push(err9);
                }
                errors++;
            }
        }
        if (data.name !== undefined) {
            let data2 = data.name;
            if (typeof data2 === 'string') {
                if (func3(data2) > 63) {
                    const err10 = {
                        instancePath: instancePath + '/name',
                        schemaPath: '#/properties/name/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                        schema: 63,
                        parentSchema: schema11.properties.name,
                        data: data2,
                    };
                    if (vErrors === null) {
                        vErrors = [err10];
                    }
                    else {
                        vErrors.push(err10);
                    }
                    errors++;
                }
                if (!pattern1.test(data2)) {
                    const err11 = {
                        instancePath: instancePath + '/name',
                        schemaPath: '#/properties/name/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$' },
                        message: 'must match pattern "' + '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$' + '"',
                        schema: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
                        parentSchema: schema11.properties.name,
                        data: data2,
                    };
                    if (vErrors === null) {
                        vErrors = [err11];
                    }
                    else {
                        vErrors.push(err11);
                    }
                    errors++;
                }
            }
            else {
                const err12 = {
                    instancePath: instancePath + '/name',
                    schemaPath: '#/properties/name/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema11.properties.name.type,
                    parentSchema: schema11.properties.name,
                    data: data2,
                };
                if (vErrors === null) {
                    vErrors = [err12];
                }
                else {
                    vErrors.push(err12);
                }
                errors++;
            }
        }
        if (data.image !== undefined) {
            let data3 = data.image;
            if (typeof data3 === 'string') {
                if (func3(data3) > 255) {
                    const err13 = {
                        instancePath: instancePath + '/image',
                        schemaPath: '#/definitions/image/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema12,
                        data: data3,
                    };
                    if (vErrors === null) {
                        vErrors = [err13];
                    }
                    else {
                        vErrors.push(err13);
                    }
                    errors++;
                }
                if (!pattern2.test(data3)) {
                    const err14 = {
                        instancePath: instancePath + '/image',
                        schemaPath: '#/definitions/image/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        },
                        message: 'must match pattern "' +
                            '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
                            '"',
                        schema: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        parentSchema: schema12,
                        data: data3,
                    };
                    if (vErrors === null) {
                        vErrors = [err14];
                    }
                    else {
                        vErrors.push(err14);
                    }
                    errors++;
                }
            }
            else {
                const err15 = {
                    instancePath: instancePath + '/image',
                    schemaPath: '#/definitions/image/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema12.type,
                    parentSchema: schema12,
                    data: data3,
                };
                if (vErrors === null) {
                    vErrors = [err15];
                }
                else {
                    vErrors.push(err15);
                }
                errors++;
            }
        }
        if (data.data_path !== undefined) {
            let data4 = data.data_path;
            if (typeof data4 === 'string') {
                if (func3(data4) > 255) {
                    const err16 = {
                        instancePath: instancePath + '/data_path',
                        schemaPath: '#/definitions/path/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema13,
                        data: data4,
                    };
                    if (vErrors === null) {
                        vErrors = [err16];
                    }
                    else {
                        vErrors.push(err16);
                    }
                    errors++;
                }
                if (!pattern3.test(data4)) {
                    const err17 = {
                        instancePath: instancePath + '/data_path',
                        schemaPath: '#/definitions/path/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                        parentSchema: schema13,
                        data: data4,
                    };
                    if (vErrors === null) {
                        vErrors = [err17];
                    }
                    else {
                        vErrors.push(err17);
                    }
                    errors++;
                }
            }
            else {
                const err18 = {
                    instancePath: instancePath + '/data_path',
                    schemaPath: '#/definitions/path/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema13.type,
                    parentSchema: schema13,
                    data: data4,
                };
                if (vErrors === null) {
                    vErrors = [err18];
                }
                else {
                    vErrors.push(err18);
                }
                errors++;
            }
        }
        if (data.scripts_path !== undefined) {
            let data5 = data.scripts_path;
            if (typeof data5 === 'string') {
                if (func3(data5) > 255) {
                    const err19 = {
                        instancePath: instancePath + '/scripts_path',
                        schemaPath: '#/definitions/path/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema13,
                        data: data5,
                    };
                    if (vErrors === null) {
                        vErrors = [err19];
                    }
                    else {
                        vErrors.push(err19);
                    }
                    errors++;
                }
                if (!pattern3.test(data5)) {
                    const err20 = {
                        instancePath: instancePath + '/scripts_path',
                        schemaPath: '#/definitions/path/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                        parentSchema: schema13,
                        data: data5,
                    };
                    if (vErrors === null) {
                        vErrors = [err20];
                    }
                    else {
                        vErrors.push(err20);
                    }
                    errors++;
                }
            }
            else {
                const err21 = {
                    instancePath: instancePath + '/scripts_path',
                    schemaPath: '#/definitions/path/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema13.type,
                    parentSchema: schema13,
                    data: data5,
                };
                if (vErrors === null) {
                    vErrors = [err21];
                }
                else {
                    vErrors.push(err21);
                }
                errors++;
            }
        }
        if (data.scripts !== undefined) {
            let data6 = data.scripts;
            if (typeof data6 === 'string') {
                if (func3(data6) > 200) {
                    const err22 = {
                        instancePath: instancePath + '/scripts',
                        schemaPath: '#/properties/scripts/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 200 },
                        message: 'must NOT have more than 200 characters',
                        schema: 200,
                        parentSchema: schema11.properties.scripts,
                        data: data6,
                    };
                    if (vErrors === null) {
                        vErrors = [err22];
                    }
                    else {
                        vErrors.push(err22);
                    }
                    errors++;
                }
                if (!pattern5.test(data6)) {
                    const err23 = {
                        instancePath: instancePath + '/scripts',
                        schemaPath: '#/properties/scripts/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(\\./)?(\\.\\./)*[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*/?$' },
                        message: 'must match pattern "' +
                            '^(\\./)?(\\.\\./)*[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*/?$' +
                            '"',
                        schema: '^(\\./)?(\\.\\./)*[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*/?$',
                        parentSchema: schema11.properties.scripts,
                        data: data6,
                    };
                    if (vErrors === null) {
                        vErrors = [err23];
                    }
                    else {
                        vErrors.push(err23);
                    }
                    errors++;
                }
            }
            else {
                const err24 = {
                    instancePath: instancePath + '/scripts',
                    schemaPath: '#/properties/scripts/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema11.properties.scripts.type,
                    parentSchema: schema11.properties.scripts,
                    data: data6,
                };
                if (vErrors === null) {
                    vErrors = [err24];
                }
                else {
                    vErrors.push(err24);
                }
                errors++;
            }
        }
        if (data.registry !== undefined) {
            let data7 = data.registry;
            if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
                if (data7.server === undefined) {
                    const err25 = {
                        instancePath: instancePath + '/registry',
                        schemaPath: '#/properties/registry/required',
                        keyword: 'required',
                        params: { missingProperty: 'server' },
                        message: "must have required property '" + 'server' + "'",
                        schema: schema11.properties.registry.required,
                        parentSchema: schema11.properties.registry,
                        data: data7,
                    };
                    if (vErrors === null) {
                        vErrors = [err25];
                    }
                    else {
                        vErrors.push(err25);
                    }
                    errors++;
                }
                if (data7.username === undefined) {
                    const err26 = {
                        instancePath: instancePath + '/registry',
                        schemaPath: '#/properties/registry/required',
                        keyword: 'required',
                        params: { missingProperty: 'username' },
                        message: "must have required property '" + 'username' + "'",
                        schema: schema11.properties.registry.required,
                        parentSchema: schema11.properties.registry,
                        data: data7,
                    };
                    if (vErrors === null) {
                        vErrors = [err26];
                    }
                    else {
                        vErrors.push(err26);
                    }
                    errors++;
                }
                for (const key1 in data7) {
                    if (!(key1 === 'server' || key1 === 'username')) {
                        const err27 = {
                            instancePath: instancePath + '/registry',
                            schemaPath: '#/properties/registry/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key1 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.registry,
                            data: data7,
                        };
                        if (vErrors === null) {
                            vErrors = [err27];
                        }
                        else {
                            vErrors.push(err27);
                        }
                        errors++;
                    }
                }
                if (data7.server !== undefined) {
                    let data8 = data7.server;
                    if (typeof data8 === 'string') {
                        if (func3(data8) > 253) {
                            const err28 = {
                                instancePath: instancePath + '/registry/server',
                                schemaPath: '#/properties/registry/properties/server/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 253 },
                                message: 'must NOT have more than 253 characters',
                                schema: 253,
                                parentSchema: schema11.properties.registry.properties.server,
                                data: data8,
                            };
                            if (vErrors === null) {
                                vErrors = [err28];
                            }
                            else {
                                vErrors.push(err28);
                            }
                            errors++;
                        }
                        if (!pattern6.test(data8)) {
                            const err29 = {
                                instancePath: instancePath + '/registry/server',
                                schemaPath: '#/properties/registry/properties/server/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^(localhost|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+|[a-z0-9]([a-z0-9-]*[a-z0-9])?(?=:))(:[0-9]{1,5})?$',
                                },
                                message: 'must match pattern "' +
                                    '^(localhost|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+|[a-z0-9]([a-z0-9-]*[a-z0-9])?(?=:))(:[0-9]{1,5})?$' +
                                    '"',
                                schema: '^(localhost|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+|[a-z0-9]([a-z0-9-]*[a-z0-9])?(?=:))(:[0-9]{1,5})?$',
                                parentSchema: schema11.properties.registry.properties.server,
                                data: data8,
                            };
                            if (vErrors === null) {
                                vErrors = [err29];
                            }
                            else {
                                vErrors.push(err29);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err30 = {
                            instancePath: instancePath + '/registry/server',
                            schemaPath: '#/properties/registry/properties/server/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.registry.properties.server.type,
                            parentSchema: schema11.properties.registry.properties.server,
                            data: data8,
                        };
                        if (vErrors === null) {
                            vErrors = [err30];
                        }
                        else {
                            vErrors.push(err30);
                        }
                        errors++;
                    }
                }
                if (data7.username !== undefined) {
                    let data9 = data7.username;
                    if (typeof data9 === 'string') {
                        if (func3(data9) > 255) {
                            const err31 = {
                                instancePath: instancePath + '/registry/username',
                                schemaPath: '#/properties/registry/properties/username/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 255 },
                                message: 'must NOT have more than 255 characters',
                                schema: 255,
                                parentSchema: schema11.properties.registry.properties.username,
                                data: data9,
                            };
                            if (vErrors === null) {
                                vErrors = [err31];
                            }
                            else {
                                vErrors.push(err31);
                            }
                            errors++;
                        }
                        if (!pattern7.test(data9)) {
                            const err32 = {
                                instancePath: instancePath + '/registry/username',
                                schemaPath: '#/properties/registry/properties/username/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[A-Za-z0-9_][A-Za-z0-9._$+@/=~-]*$' },
                                message: 'must match pattern "' + '^[A-Za-z0-9_][A-Za-z0-9._$+@/=~-]*$' + '"',
                                schema: '^[A-Za-z0-9_][A-Za-z0-9._$+@/=~-]*$',
                                parentSchema: schema11.properties.registry.properties.username,
                                data: data9,
                            };
                            if (vErrors === null) {
                                vErrors = [err32];
                            }
                            else {
                                vErrors.push(err32);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err33 = {
                            instancePath: instancePath + '/registry/username',
                            schemaPath: '#/properties/registry/properties/username/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.registry.properties.username.type,
                            parentSchema: schema11.properties.registry.properties.username,
                            data: data9,
                        };
                        if (vErrors === null) {
                            vErrors = [err33];
                        }
                        else {
                            vErrors.push(err33);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err34 = {
                    instancePath: instancePath + '/registry',
                    schemaPath: '#/properties/registry/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.registry.type,
                    parentSchema: schema11.properties.registry,
                    data: data7,
                };
                if (vErrors === null) {
                    vErrors = [err34];
                }
                else {
                    vErrors.push(err34);
                }
                errors++;
            }
        }
        if (data.prepare !== undefined) {
            let data10 = data.prepare;
            if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
                if (data10.docker === undefined) {
                    const err35 = {
                        instancePath: instancePath + '/prepare',
                        schemaPath: '#/properties/prepare/required',
                        keyword: 'required',
                        params: { missingProperty: 'docker' },
                        message: "must have required property '" + 'docker' + "'",
                        schema: schema11.properties.prepare.required,
                        parentSchema: schema11.properties.prepare,
                        data: data10,
                    };
                    if (vErrors === null) {
                        vErrors = [err35];
                    }
                    else {
                        vErrors.push(err35);
                    }
                    errors++;
                }
                for (const key2 in data10) {
                    if (!(key2 === 'docker' || key2 === 'reboot')) {
                        const err36 = {
                            instancePath: instancePath + '/prepare',
                            schemaPath: '#/properties/prepare/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key2 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.prepare,
                            data: data10,
                        };
                        if (vErrors === null) {
                            vErrors = [err36];
                        }
                        else {
                            vErrors.push(err36);
                        }
                        errors++;
                    }
                }
                if (data10.docker !== undefined) {
                    let data11 = data10.docker;
                    if (!(data11 === 'vendor' || data11 === 'distribution' || data11 === 'none')) {
                        const err37 = {
                            instancePath: instancePath + '/prepare/docker',
                            schemaPath: '#/properties/prepare/properties/docker/enum',
                            keyword: 'enum',
                            params: { allowedValues: schema11.properties.prepare.properties.docker.enum },
                            message: 'must be equal to one of the allowed values',
                            schema: schema11.properties.prepare.properties.docker.enum,
                            parentSchema: schema11.properties.prepare.properties.docker,
                            data: data11,
                        };
                        if (vErrors === null) {
                            vErrors = [err37];
                        }
                        else {
                            vErrors.push(err37);
                        }
                        errors++;
                    }
                }
                if (data10.reboot !== undefined) {
                    let data12 = data10.reboot;
                    if (!(data12 === 'never' || data12 === 'allowed')) {
                        const err38 = {
                            instancePath: instancePath + '/prepare/reboot',
                            schemaPath: '#/properties/prepare/properties/reboot/enum',
                            keyword: 'enum',
                            params: { allowedValues: schema11.properties.prepare.properties.reboot.enum },
                            message: 'must be equal to one of the allowed values',
                            schema: schema11.properties.prepare.properties.reboot.enum,
                            parentSchema: schema11.properties.prepare.properties.reboot,
                            data: data12,
                        };
                        if (vErrors === null) {
                            vErrors = [err38];
                        }
                        else {
                            vErrors.push(err38);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err39 = {
                    instancePath: instancePath + '/prepare',
                    schemaPath: '#/properties/prepare/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.prepare.type,
                    parentSchema: schema11.properties.prepare,
                    data: data10,
                };
                if (vErrors === null) {
                    vErrors = [err39];
                }
                else {
                    vErrors.push(err39);
                }
                errors++;
            }
        }
        if (data.pbx !== undefined) {
            let data13 = data.pbx;
            if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
                if (data13.private_ip === undefined) {
                    const err40 = {
                        instancePath: instancePath + '/pbx',
                        schemaPath: '#/properties/pbx/required',
                        keyword: 'required',
                        params: { missingProperty: 'private_ip' },
                        message: "must have required property '" + 'private_ip' + "'",
                        schema: schema11.properties.pbx.required,
                        parentSchema: schema11.properties.pbx,
                        data: data13,
                    };
                    if (vErrors === null) {
                        vErrors = [err40];
                    }
                    else {
                        vErrors.push(err40);
                    }
                    errors++;
                }
                for (const key3 in data13) {
                    if (!(key3 === 'private_ip' ||
                        key3 === 'api' ||
                        key3 === 'image' ||
                        key3 === 'version' ||
                        key3 === 'high_availability')) {
                        const err41 = {
                            instancePath: instancePath + '/pbx',
                            schemaPath: '#/properties/pbx/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key3 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.pbx,
                            data: data13,
                        };
                        if (vErrors === null) {
                            vErrors = [err41];
                        }
                        else {
                            vErrors.push(err41);
                        }
                        errors++;
                    }
                }
                if (data13.private_ip !== undefined) {
                    let data14 = data13.private_ip;
                    if (typeof data14 === 'string') {
                        if (func3(data14) > 45) {
                            const err42 = {
                                instancePath: instancePath + '/pbx/private_ip',
                                schemaPath: '#/definitions/ip/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 45 },
                                message: 'must NOT have more than 45 characters',
                                schema: 45,
                                parentSchema: schema15,
                                data: data14,
                            };
                            if (vErrors === null) {
                                vErrors = [err42];
                            }
                            else {
                                vErrors.push(err42);
                            }
                            errors++;
                        }
                        if (!pattern8.test(data14)) {
                            const err43 = {
                                instancePath: instancePath + '/pbx/private_ip',
                                schemaPath: '#/definitions/ip/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                },
                                message: 'must match pattern "' +
                                    '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                                    '"',
                                schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                parentSchema: schema15,
                                data: data14,
                            };
                            if (vErrors === null) {
                                vErrors = [err43];
                            }
                            else {
                                vErrors.push(err43);
                            }
                            errors++;
                        }
                        if (!formats0(data14)) {
                            const err44 = {
                                instancePath: instancePath + '/pbx/private_ip',
                                schemaPath: '#/definitions/ip/format',
                                keyword: 'format',
                                params: { format: 'ip' },
                                message: 'must match format "' + 'ip' + '"',
                                schema: 'ip',
                                parentSchema: schema15,
                                data: data14,
                            };
                            if (vErrors === null) {
                                vErrors = [err44];
                            }
                            else {
                                vErrors.push(err44);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err45 = {
                            instancePath: instancePath + '/pbx/private_ip',
                            schemaPath: '#/definitions/ip/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema15.type,
                            parentSchema: schema15,
                            data: data14,
                        };
                        if (vErrors === null) {
                            vErrors = [err45];
                        }
                        else {
                            vErrors.push(err45);
                        }
                        errors++;
                    }
                }
                if (data13.api !== undefined) {
                    let data15 = data13.api;
                    if (typeof data15 === 'string') {
                        if (func3(data15) > 300) {
                            const err46 = {
                                instancePath: instancePath + '/pbx/api',
                                schemaPath: '#/properties/pbx/properties/api/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 300 },
                                message: 'must NOT have more than 300 characters',
                                schema: 300,
                                parentSchema: schema11.properties.pbx.properties.api,
                                data: data15,
                            };
                            if (vErrors === null) {
                                vErrors = [err46];
                            }
                            else {
                                vErrors.push(err46);
                            }
                            errors++;
                        }
                        if (!pattern9.test(data15)) {
                            const err47 = {
                                instancePath: instancePath + '/pbx/api',
                                schemaPath: '#/properties/pbx/properties/api/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$',
                                },
                                message: 'must match pattern "' +
                                    '^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$' +
                                    '"',
                                schema: '^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$',
                                parentSchema: schema11.properties.pbx.properties.api,
                                data: data15,
                            };
                            if (vErrors === null) {
                                vErrors = [err47];
                            }
                            else {
                                vErrors.push(err47);
                            }
                            errors++;
                        }
                        if (!formats2(data15)) {
                            const err48 = {
                                instancePath: instancePath + '/pbx/api',
                                schemaPath: '#/properties/pbx/properties/api/format',
                                keyword: 'format',
                                params: { format: 'pbx-api' },
                                message: 'must match format "' + 'pbx-api' + '"',
                                schema: 'pbx-api',
                                parentSchema: schema11.properties.pbx.properties.api,
                                data: data15,
                            };
                            if (vErrors === null) {
                                vErrors = [err48];
                            }
                            else {
                                vErrors.push(err48);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err49 = {
                            instancePath: instancePath + '/pbx/api',
                            schemaPath: '#/properties/pbx/properties/api/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.pbx.properties.api.type,
                            parentSchema: schema11.properties.pbx.properties.api,
                            data: data15,
                        };
                        if (vErrors === null) {
                            vErrors = [err49];
                        }
                        else {
                            vErrors.push(err49);
                        }
                        errors++;
                    }
                }
                if (data13.image !== undefined) {
                    let data16 = data13.image;
                    if (typeof data16 === 'string') {
                        if (func3(data16) > 255) {
                            const err50 = {
                                instancePath: instancePath + '/pbx/image',
                                schemaPath: '#/definitions/image/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 255 },
                                message: 'must NOT have more than 255 characters',
                                schema: 255,
                                parentSchema: schema12,
                                data: data16,
                            };
                            if (vErrors === null) {
                                vErrors = [err50];
                            }
                            else {
                                vErrors.push(err50);
                            }
                            errors++;
                        }
                        if (!pattern2.test(data16)) {
                            const err51 = {
                                instancePath: instancePath + '/pbx/image',
                                schemaPath: '#/definitions/image/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                                },
                                message: 'must match pattern "' +
                                    '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
                                    '"',
                                schema: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                                parentSchema: schema12,
                                data: data16,
                            };
                            if (vErrors === null) {
                                vErrors = [err51];
                            }
                            else {
                                vErrors.push(err51);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err52 = {
                            instancePath: instancePath + '/pbx/image',
                            schemaPath: '#/definitions/image/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema12.type,
                            parentSchema: schema12,
                            data: data16,
                        };
                        if (vErrors === null) {
                            vErrors = [err52];
                        }
                        else {
                            vErrors.push(err52);
                        }
                        errors++;
                    }
                }
                if (data13.version !== undefined) {
                    let data17 = data13.version;
                    if (typeof data17 === 'string') {
                        if (!pattern11.test(data17)) {
                            const err53 = {
                                instancePath: instancePath + '/pbx/version',
                                schemaPath: '#/properties/pbx/properties/version/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$' },
                                message: 'must match pattern "' + '^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$' + '"',
                                schema: '^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$',
                                parentSchema: schema11.properties.pbx.properties.version,
                                data: data17,
                            };
                            if (vErrors === null) {
                                vErrors = [err53];
                            }
                            else {
                                vErrors.push(err53);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err54 = {
                            instancePath: instancePath + '/pbx/version',
                            schemaPath: '#/properties/pbx/properties/version/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.pbx.properties.version.type,
                            parentSchema: schema11.properties.pbx.properties.version,
                            data: data17,
                        };
                        if (vErrors === null) {
                            vErrors = [err54];
                        }
                        else {
                            vErrors.push(err54);
                        }
                        errors++;
                    }
                }
                if (data13.high_availability !== undefined) {
                    let data18 = data13.high_availability;
                    if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
                        if (data18.control_node === undefined) {
                            const err55 = {
                                instancePath: instancePath + '/pbx/high_availability',
                                schemaPath: '#/properties/pbx/properties/high_availability/required',
                                keyword: 'required',
                                params: { missingProperty: 'control_node' },
                                message: "must have required property '" + 'control_node' + "'",
                                schema: schema11.properties.pbx.properties.high_availability.required,
                                parentSchema: schema11.properties.pbx.properties.high_availability,
                                data: data18,
                            };
                            if (vErrors === null) {
                                vErrors = [err55];
                            }
                            else {
                                vErrors.push(err55);
                            }
                            errors++;
                        }
                        for (const key4 in data18) {
                            if (!(key4 === 'control_node' || key4 === 'nodes' || key4 === 'scripts_path')) {
                                const err56 = {
                                    instancePath: instancePath + '/pbx/high_availability',
                                    schemaPath: '#/properties/pbx/properties/high_availability/additionalProperties',
                                    keyword: 'additionalProperties',
                                    params: { additionalProperty: key4 },
                                    message: 'must NOT have additional properties',
                                    schema: false,
                                    parentSchema: schema11.properties.pbx.properties.high_availability,
                                    data: data18,
                                };
                                if (vErrors === null) {
                                    vErrors = [err56];
                                }
                                else {
                                    vErrors.push(err56);
                                }
                                errors++;
                            }
                        }
                        if (data18.control_node !== undefined) {
                            let data19 = data18.control_node;
                            if (typeof data19 === 'string') {
                                if (func3(data19) > 45) {
                                    const err57 = {
                                        instancePath: instancePath + '/pbx/high_availability/control_node',
                                        schemaPath: '#/definitions/ip/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 45 },
                                        message: 'must NOT have more than 45 characters',
                                        schema: 45,
                                        parentSchema: schema15,
                                        data: data19,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err57];
                                    }
                                    else {
                                        vErrors.push(err57);
                                    }
                                    errors++;
                                }
                                if (!pattern8.test(data19)) {
                                    const err58 = {
                                        instancePath: instancePath + '/pbx/high_availability/control_node',
                                        schemaPath: '#/definitions/ip/pattern',
                                        keyword: 'pattern',
                                        params: {
                                            pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                        },
                                        message: 'must match pattern "' +
                                            '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                                            '"',
                                        schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                        parentSchema: schema15,
                                        data: data19,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err58];
                                    }
                                    else {
                                        vErrors.push(err58);
                                    }
                                    errors++;
                                }
                                if (!formats0(data19)) {
                                    const err59 = {
                                        instancePath: instancePath + '/pbx/high_availability/control_node',
                                        schemaPath: '#/definitions/ip/format',
                                        keyword: 'format',
                                        params: { format: 'ip' },
                                        message: 'must match format "' + 'ip' + '"',
                                        schema: 'ip',
                                        parentSchema: schema15,
                                        data: data19,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err59];
                                    }
                                    else {
                                        vErrors.push(err59);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err60 = {
                                    instancePath: instancePath + '/pbx/high_availability/control_node',
                                    schemaPath: '#/definitions/ip/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema15.type,
                                    parentSchema: schema15,
                                    data: data19,
                                };
                                if (vErrors === null) {
                                    vErrors = [err60];
                                }
                                else {
                                    vErrors.push(err60);
                                }
                                errors++;
                            }
                        }
                        if (data18.nodes !== undefined) {
                            let data20 = data18.nodes;
                            if (Array.isArray(data20)) {
                                if (data20.length > 9) {
                                    const err61 = {
                                        instancePath: instancePath + '/pbx/high_availability/nodes',
                                        schemaPath: '#/properties/pbx/properties/high_availability/properties/nodes/maxItems',
                                        keyword: 'maxItems',
                                        params: { limit: 9 },
                                        message: 'must NOT have more than 9 items',
                                        schema: 9,
                                        parentSchema: schema11.properties.pbx.properties.high_availability.properties.nodes,
                                        data: data20,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err61];
                                    }
                                    else {
                                        vErrors.push(err61);
                                    }
                                    errors++;
                                }
                                if (data20.length < 2) {
                                    const err62 = {
                                        instancePath: instancePath + '/pbx/high_availability/nodes',
                                        schemaPath: '#/properties/pbx/properties/high_availability/properties/nodes/minItems',
                                        keyword: 'minItems',
                                        params: { limit: 2 },
                                        message: 'must NOT have fewer than 2 items',
                                        schema: 2,
                                        parentSchema: schema11.properties.pbx.properties.high_availability.properties.nodes,
                                        data: data20,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err62];
                                    }
                                    else {
                                        vErrors.push(err62);
                                    }
                                    errors++;
                                }
                                const len0 = data20.length;
                                for (let i0 = 0; i0 < len0; i0++) {
                                    let data21 = data20[i0];
                                    if (typeof data21 === 'string') {
                                        if (func3(data21) > 45) {
                                            const err63 = {
                                                instancePath: instancePath + '/pbx/high_availability/nodes/' + i0,
                                                schemaPath: '#/definitions/ip/maxLength',
                                                keyword: 'maxLength',
                                                params: { limit: 45 },
                                                message: 'must NOT have more than 45 characters',
                                                schema: 45,
                                                parentSchema: schema15,
                                                data: data21,
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err63];
                                            }
                                            else {
                                                vErrors.push(err63);
                                            }
                                            errors++;
                                        }
                                        if (!pattern8.test(data21)) {
                                            const err64 = {
                                                instancePath: instancePath + '/pbx/high_availability/nodes/' + i0,
                                                schemaPath: '#/definitions/ip/pattern',
                                                keyword: 'pattern',
                                                params: {
                                                    pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                                },
                                                message: 'must match pattern "' +
                                                    '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                                                    '"',
                                                schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                                parentSchema: schema15,
                                                data: data21,
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err64];
                                            }
                                            else {
                                                vErrors.push(err64);
                                            }
                                            errors++;
                                        }
                                        if (!formats0(data21)) {
                                            const err65 = {
                                                instancePath: instancePath + '/pbx/high_availability/nodes/' + i0,
                                                schemaPath: '#/definitions/ip/format',
                                                keyword: 'format',
                                                params: { format: 'ip' },
                                                message: 'must match format "' + 'ip' + '"',
                                                schema: 'ip',
                                                parentSchema: schema15,
                                                data: data21,
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err65];
                                            }
                                            else {
                                                vErrors.push(err65);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err66 = {
                                            instancePath: instancePath + '/pbx/high_availability/nodes/' + i0,
                                            schemaPath: '#/definitions/ip/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string',
                                            schema: schema15.type,
                                            parentSchema: schema15,
                                            data: data21,
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err66];
                                        }
                                        else {
                                            vErrors.push(err66);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err67 = {
                                    instancePath: instancePath + '/pbx/high_availability/nodes',
                                    schemaPath: '#/properties/pbx/properties/high_availability/properties/nodes/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                    message: 'must be array',
                                    schema: schema11.properties.pbx.properties.high_availability.properties.nodes.type,
                                    parentSchema: schema11.properties.pbx.properties.high_availability.properties.nodes,
                                    data: data20,
                                };
                                if (vErrors === null) {
                                    vErrors = [err67];
                                }
                                else {
                                    vErrors.push(err67);
                                }
                                errors++;
                            }
                        }
                        if (data18.scripts_path !== undefined) {
                            let data22 = data18.scripts_path;
                            if (typeof data22 === 'string') {
                                if (func3(data22) > 255) {
                                    const err68 = {
                                        instancePath: instancePath + '/pbx/high_availability/scripts_path',
                                        schemaPath: '#/definitions/path/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 255 },
                                        message: 'must NOT have more than 255 characters',
                                        schema: 255,
                                        parentSchema: schema13,
                                        data: data22,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err68];
                                    }
                                    else {
                                        vErrors.push(err68);
                                    }
                                    errors++;
                                }
                                if (!pattern3.test(data22)) {
                                    const err69 = {
                                        instancePath: instancePath + '/pbx/high_availability/scripts_path',
                                        schemaPath: '#/definitions/path/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                                        parentSchema: schema13,
                                        data: data22,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err69];
                                    }
                                    else {
                                        vErrors.push(err69);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err70 = {
                                    instancePath: instancePath + '/pbx/high_availability/scripts_path',
                                    schemaPath: '#/definitions/path/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema13.type,
                                    parentSchema: schema13,
                                    data: data22,
                                };
                                if (vErrors === null) {
                                    vErrors = [err70];
                                }
                                else {
                                    vErrors.push(err70);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err71 = {
                            instancePath: instancePath + '/pbx/high_availability',
                            schemaPath: '#/properties/pbx/properties/high_availability/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                            schema: schema11.properties.pbx.properties.high_availability.type,
                            parentSchema: schema11.properties.pbx.properties.high_availability,
                            data: data18,
                        };
                        if (vErrors === null) {
                            vErrors = [err71];
                        }
                        else {
                            vErrors.push(err71);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err72 = {
                    instancePath: instancePath + '/pbx',
                    schemaPath: '#/properties/pbx/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.pbx.type,
                    parentSchema: schema11.properties.pbx,
                    data: data13,
                };
                if (vErrors === null) {
                    vErrors = [err72];
                }
                else {
                    vErrors.push(err72);
                }
                errors++;
            }
        }
        if (data.ssh !== undefined) {
            let data23 = data.ssh;
            if (data23 && typeof data23 == 'object' && !Array.isArray(data23)) {
                for (const key5 in data23) {
                    if (!(key5 === 'user' || key5 === 'port' || key5 === 'jump_host')) {
                        const err73 = {
                            instancePath: instancePath + '/ssh',
                            schemaPath: '#/definitions/ssh/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key5 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema20,
                            data: data23,
                        };
                        if (vErrors === null) {
                            vErrors = [err73];
                        }
                        else {
                            vErrors.push(err73);
                        }
                        errors++;
                    }
                }
                if (data23.user !== undefined) {
                    let data24 = data23.user;
                    if (typeof data24 === 'string') {
                        if (!pattern15.test(data24)) {
                            const err74 = {
                                instancePath: instancePath + '/ssh/user',
                                schemaPath: '#/definitions/ssh/properties/user/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' },
                                message: 'must match pattern "' + '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' + '"',
                                schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$',
                                parentSchema: schema20.properties.user,
                                data: data24,
                            };
                            if (vErrors === null) {
                                vErrors = [err74];
                            }
                            else {
                                vErrors.push(err74);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err75 = {
                            instancePath: instancePath + '/ssh/user',
                            schemaPath: '#/definitions/ssh/properties/user/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema20.properties.user.type,
                            parentSchema: schema20.properties.user,
                            data: data24,
                        };
                        if (vErrors === null) {
                            vErrors = [err75];
                        }
                        else {
                            vErrors.push(err75);
                        }
                        errors++;
                    }
                }
                if (data23.port !== undefined) {
                    let data25 = data23.port;
                    if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
                        const err76 = {
                            instancePath: instancePath + '/ssh/port',
                            schemaPath: '#/definitions/ssh/properties/port/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                            schema: schema20.properties.port.type,
                            parentSchema: schema20.properties.port,
                            data: data25,
                        };
                        if (vErrors === null) {
                            vErrors = [err76];
                        }
                        else {
                            vErrors.push(err76);
                        }
                        errors++;
                    }
                    if (typeof data25 == 'number' && isFinite(data25)) {
                        if (data25 > 65535 || isNaN(data25)) {
                            const err77 = {
                                instancePath: instancePath + '/ssh/port',
                                schemaPath: '#/definitions/ssh/properties/port/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 65535 },
                                message: 'must be <= 65535',
                                schema: 65535,
                                parentSchema: schema20.properties.port,
                                data: data25,
                            };
                            if (vErrors === null) {
                                vErrors = [err77];
                            }
                            else {
                                vErrors.push(err77);
                            }
                            errors++;
                        }
                        if (data25 < 1 || isNaN(data25)) {
                            const err78 = {
                                instancePath: instancePath + '/ssh/port',
                                schemaPath: '#/definitions/ssh/properties/port/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                                schema: 1,
                                parentSchema: schema20.properties.port,
                                data: data25,
                            };
                            if (vErrors === null) {
                                vErrors = [err78];
                            }
                            else {
                                vErrors.push(err78);
                            }
                            errors++;
                        }
                    }
                }
                if (data23.jump_host !== undefined) {
                    let data26 = data23.jump_host;
                    if (typeof data26 === 'string') {
                        if (func3(data26) > 300) {
                            const err79 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 300 },
                                message: 'must NOT have more than 300 characters',
                                schema: 300,
                                parentSchema: schema20.properties.jump_host,
                                data: data26,
                            };
                            if (vErrors === null) {
                                vErrors = [err79];
                            }
                            else {
                                vErrors.push(err79);
                            }
                            errors++;
                        }
                        if (!pattern16.test(data26)) {
                            const err80 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                                },
                                message: 'must match pattern "' +
                                    '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$' +
                                    '"',
                                schema: '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                                parentSchema: schema20.properties.jump_host,
                                data: data26,
                            };
                            if (vErrors === null) {
                                vErrors = [err80];
                            }
                            else {
                                vErrors.push(err80);
                            }
                            errors++;
                        }
                        if (!formats8(data26)) {
                            const err81 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/format',
                                keyword: 'format',
                                params: { format: 'jump-host' },
                                message: 'must match format "' + 'jump-host' + '"',
                                schema: 'jump-host',
                                parentSchema: schema20.properties.jump_host,
                                data: data26,
                            };
                            if (vErrors === null) {
                                vErrors = [err81];
                            }
                            else {
                                vErrors.push(err81);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err82 = {
                            instancePath: instancePath + '/ssh/jump_host',
                            schemaPath: '#/definitions/ssh/properties/jump_host/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema20.properties.jump_host.type,
                            parentSchema: schema20.properties.jump_host,
                            data: data26,
                        };
                        if (vErrors === null) {
                            vErrors = [err82];
                        }
                        else {
                            vErrors.push(err82);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err83 = {
                    instancePath: instancePath + '/ssh',
                    schemaPath: '#/definitions/ssh/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema20.type,
                    parentSchema: schema20,
                    data: data23,
                };
                if (vErrors === null) {
                    vErrors = [err83];
                }
                else {
                    vErrors.push(err83);
                }
                errors++;
            }
        }
        if (data.cloud !== undefined) {
            let data27 = data.cloud;
            if (!(data27 === 'aws' || data27 === 'azure' || data27 === 'other')) {
                const err84 = {
                    instancePath: instancePath + '/cloud',
                    schemaPath: '#/properties/cloud/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema11.properties.cloud.enum },
                    message: 'must be equal to one of the allowed values',
                    schema: schema11.properties.cloud.enum,
                    parentSchema: schema11.properties.cloud,
                    data: data27,
                };
                if (vErrors === null) {
                    vErrors = [err84];
                }
                else {
                    vErrors.push(err84);
                }
                errors++;
            }
        }
        if (data.firewall !== undefined) {
            let data28 = data.firewall;
            if (data28 && typeof data28 == 'object' && !Array.isArray(data28)) {
                for (const key6 in data28) {
                    if (!(key6 === 'trust')) {
                        const err85 = {
                            instancePath: instancePath + '/firewall',
                            schemaPath: '#/properties/firewall/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key6 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.firewall,
                            data: data28,
                        };
                        if (vErrors === null) {
                            vErrors = [err85];
                        }
                        else {
                            vErrors.push(err85);
                        }
                        errors++;
                    }
                }
                if (data28.trust !== undefined) {
                    let data29 = data28.trust;
                    if (typeof data29 !== 'string' && !Array.isArray(data29)) {
                        const err86 = {
                            instancePath: instancePath + '/firewall/trust',
                            schemaPath: '#/properties/firewall/properties/trust/type',
                            keyword: 'type',
                            params: { type: schema11.properties.firewall.properties.trust.type },
                            message: 'must be string,array',
                            schema: schema11.properties.firewall.properties.trust.type,
                            parentSchema: schema11.properties.firewall.properties.trust,
                            data: data29,
                        };
                        if (vErrors === null) {
                            vErrors = [err86];
                        }
                        else {
                            vErrors.push(err86);
                        }
                        errors++;
                    }
                    if (typeof data29 === 'string') {
                        if (!pattern17.test(data29)) {
                            const err87 = {
                                instancePath: instancePath + '/firewall/trust',
                                schemaPath: '#/properties/firewall/properties/trust/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^servers$' },
                                message: 'must match pattern "' + '^servers$' + '"',
                                schema: '^servers$',
                                parentSchema: schema11.properties.firewall.properties.trust,
                                data: data29,
                            };
                            if (vErrors === null) {
                                vErrors = [err87];
                            }
                            else {
                                vErrors.push(err87);
                            }
                            errors++;
                        }
                    }
                    if (Array.isArray(data29)) {
                        if (data29.length > 256) {
                            const err88 = {
                                instancePath: instancePath + '/firewall/trust',
                                schemaPath: '#/properties/firewall/properties/trust/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 256 },
                                message: 'must NOT have more than 256 items',
                                schema: 256,
                                parentSchema: schema11.properties.firewall.properties.trust,
                                data: data29,
                            };
                            if (vErrors === null) {
                                vErrors = [err88];
                            }
                            else {
                                vErrors.push(err88);
                            }
                            errors++;
                        }
                        if (data29.length < 1) {
                            const err89 = {
                                instancePath: instancePath + '/firewall/trust',
                                schemaPath: '#/properties/firewall/properties/trust/minItems',
                                keyword: 'minItems',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 items',
                                schema: 1,
                                parentSchema: schema11.properties.firewall.properties.trust,
                                data: data29,
                            };
                            if (vErrors === null) {
                                vErrors = [err89];
                            }
                            else {
                                vErrors.push(err89);
                            }
                            errors++;
                        }
                        const len1 = data29.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                            let data30 = data29[i1];
                            if (typeof data30 === 'string') {
                                if (func3(data30) > 49) {
                                    const err90 = {
                                        instancePath: instancePath + '/firewall/trust/' + i1,
                                        schemaPath: '#/properties/firewall/properties/trust/items/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 49 },
                                        message: 'must NOT have more than 49 characters',
                                        schema: 49,
                                        parentSchema: schema11.properties.firewall.properties.trust.items,
                                        data: data30,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err90];
                                    }
                                    else {
                                        vErrors.push(err90);
                                    }
                                    errors++;
                                }
                                if (!pattern18.test(data30)) {
                                    const err91 = {
                                        instancePath: instancePath + '/firewall/trust/' + i1,
                                        schemaPath: '#/properties/firewall/properties/trust/items/pattern',
                                        keyword: 'pattern',
                                        params: {
                                            pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$',
                                        },
                                        message: 'must match pattern "' +
                                            '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$' +
                                            '"',
                                        schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$',
                                        parentSchema: schema11.properties.firewall.properties.trust.items,
                                        data: data30,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err91];
                                    }
                                    else {
                                        vErrors.push(err91);
                                    }
                                    errors++;
                                }
                                if (!formats10(data30)) {
                                    const err92 = {
                                        instancePath: instancePath + '/firewall/trust/' + i1,
                                        schemaPath: '#/properties/firewall/properties/trust/items/format',
                                        keyword: 'format',
                                        params: { format: 'cidr' },
                                        message: 'must match format "' + 'cidr' + '"',
                                        schema: 'cidr',
                                        parentSchema: schema11.properties.firewall.properties.trust.items,
                                        data: data30,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err92];
                                    }
                                    else {
                                        vErrors.push(err92);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err93 = {
                                    instancePath: instancePath + '/firewall/trust/' + i1,
                                    schemaPath: '#/properties/firewall/properties/trust/items/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema11.properties.firewall.properties.trust.items.type,
                                    parentSchema: schema11.properties.firewall.properties.trust.items,
                                    data: data30,
                                };
                                if (vErrors === null) {
                                    vErrors = [err93];
                                }
                                else {
                                    vErrors.push(err93);
                                }
                                errors++;
                            }
                        }
                        let i2 = data29.length;
                        let j0;
                        if (i2 > 1) {
                            const indices0 = {};
                            for (; i2--;) {
                                let item0 = data29[i2];
                                if (typeof item0 !== 'string') {
                                    continue;
                                }
                                if (typeof indices0[item0] == 'number') {
                                    j0 = indices0[item0];
                                    const err94 = {
                                        instancePath: instancePath + '/firewall/trust',
                                        schemaPath: '#/properties/firewall/properties/trust/uniqueItems',
                                        keyword: 'uniqueItems',
                                        params: { i: i2, j: j0 },
                                        message: 'must NOT have duplicate items (items ## ' + j0 + ' and ' + i2 + ' are identical)',
                                        schema: true,
                                        parentSchema: schema11.properties.firewall.properties.trust,
                                        data: data29,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err94];
                                    }
                                    else {
                                        vErrors.push(err94);
                                    }
                                    errors++;
                                    break;
                                }
                                indices0[item0] = i2;
                            }
                        }
                    }
                }
            }
            else {
                const err95 = {
                    instancePath: instancePath + '/firewall',
                    schemaPath: '#/properties/firewall/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.firewall.type,
                    parentSchema: schema11.properties.firewall,
                    data: data28,
                };
                if (vErrors === null) {
                    vErrors = [err95];
                }
                else {
                    vErrors.push(err95);
                }
                errors++;
            }
        }
        if (data.built_in_servers !== undefined) {
            let data31 = data.built_in_servers;
            if (!(data31 === 'disabled' || data31 === 'keep')) {
                const err96 = {
                    instancePath: instancePath + '/built_in_servers',
                    schemaPath: '#/properties/built_in_servers/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema11.properties.built_in_servers.enum },
                    message: 'must be equal to one of the allowed values',
                    schema: schema11.properties.built_in_servers.enum,
                    parentSchema: schema11.properties.built_in_servers,
                    data: data31,
                };
                if (vErrors === null) {
                    vErrors = [err96];
                }
                else {
                    vErrors.push(err96);
                }
                errors++;
            }
        }
        if (data.unmanaged_servers !== undefined) {
            let data32 = data.unmanaged_servers;
            if (!(data32 === 'report' || data32 === 'remove')) {
                const err97 = {
                    instancePath: instancePath + '/unmanaged_servers',
                    schemaPath: '#/properties/unmanaged_servers/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema11.properties.unmanaged_servers.enum },
                    message: 'must be equal to one of the allowed values',
                    schema: schema11.properties.unmanaged_servers.enum,
                    parentSchema: schema11.properties.unmanaged_servers,
                    data: data32,
                };
                if (vErrors === null) {
                    vErrors = [err97];
                }
                else {
                    vErrors.push(err97);
                }
                errors++;
            }
        }
        if (data.deploy !== undefined) {
            let data33 = data.deploy;
            if (data33 && typeof data33 == 'object' && !Array.isArray(data33)) {
                for (const key7 in data33) {
                    if (!(key7 === 'runner' || key7 === 'environment' || key7 === 'network' || key7 === 'wave')) {
                        const err98 = {
                            instancePath: instancePath + '/deploy',
                            schemaPath: '#/properties/deploy/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key7 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.deploy,
                            data: data33,
                        };
                        if (vErrors === null) {
                            vErrors = [err98];
                        }
                        else {
                            vErrors.push(err98);
                        }
                        errors++;
                    }
                }
                if (data33.runner !== undefined) {
                    let data34 = data33.runner;
                    if (typeof data34 !== 'string' && !Array.isArray(data34)) {
                        const err99 = {
                            instancePath: instancePath + '/deploy/runner',
                            schemaPath: '#/properties/deploy/properties/runner/type',
                            keyword: 'type',
                            params: { type: schema11.properties.deploy.properties.runner.type },
                            message: 'must be string,array',
                            schema: schema11.properties.deploy.properties.runner.type,
                            parentSchema: schema11.properties.deploy.properties.runner,
                            data: data34,
                        };
                        if (vErrors === null) {
                            vErrors = [err99];
                        }
                        else {
                            vErrors.push(err99);
                        }
                        errors++;
                    }
                    if (typeof data34 === 'string') {
                        if (func3(data34) > 100) {
                            const err100 = {
                                instancePath: instancePath + '/deploy/runner',
                                schemaPath: '#/properties/deploy/properties/runner/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 100 },
                                message: 'must NOT have more than 100 characters',
                                schema: 100,
                                parentSchema: schema11.properties.deploy.properties.runner,
                                data: data34,
                            };
                            if (vErrors === null) {
                                vErrors = [err100];
                            }
                            else {
                                vErrors.push(err100);
                            }
                            errors++;
                        }
                        if (!pattern19.test(data34)) {
                            const err101 = {
                                instancePath: instancePath + '/deploy/runner',
                                schemaPath: '#/properties/deploy/properties/runner/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]*$' },
                                message: 'must match pattern "' + '^[A-Za-z0-9_][A-Za-z0-9_.-]*$' + '"',
                                schema: '^[A-Za-z0-9_][A-Za-z0-9_.-]*$',
                                parentSchema: schema11.properties.deploy.properties.runner,
                                data: data34,
                            };
                            if (vErrors === null) {
                                vErrors = [err101];
                            }
                            else {
                                vErrors.push(err101);
                            }
                            errors++;
                        }
                    }
                    if (Array.isArray(data34)) {
                        if (data34.length > 20) {
                            const err102 = {
                                instancePath: instancePath + '/deploy/runner',
                                schemaPath: '#/properties/deploy/properties/runner/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 20 },
                                message: 'must NOT have more than 20 items',
                                schema: 20,
                                parentSchema: schema11.properties.deploy.properties.runner,
                                data: data34,
                            };
                            if (vErrors === null) {
                                vErrors = [err102];
                            }
                            else {
                                vErrors.push(err102);
                            }
                            errors++;
                        }
                        if (data34.length < 1) {
                            const err103 = {
                                instancePath: instancePath + '/deploy/runner',
                                schemaPath: '#/properties/deploy/properties/runner/minItems',
                                keyword: 'minItems',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 items',
                                schema: 1,
                                parentSchema: schema11.properties.deploy.properties.runner,
                                data: data34,
                            };
                            if (vErrors === null) {
                                vErrors = [err103];
                            }
                            else {
                                vErrors.push(err103);
                            }
                            errors++;
                        }
                        const len2 = data34.length;
                        for (let i3 = 0; i3 < len2; i3++) {
                            let data35 = data34[i3];
                            if (typeof data35 === 'string') {
                                if (func3(data35) > 100) {
                                    const err104 = {
                                        instancePath: instancePath + '/deploy/runner/' + i3,
                                        schemaPath: '#/properties/deploy/properties/runner/items/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 100 },
                                        message: 'must NOT have more than 100 characters',
                                        schema: 100,
                                        parentSchema: schema11.properties.deploy.properties.runner.items,
                                        data: data35,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err104];
                                    }
                                    else {
                                        vErrors.push(err104);
                                    }
                                    errors++;
                                }
                                if (!pattern19.test(data35)) {
                                    const err105 = {
                                        instancePath: instancePath + '/deploy/runner/' + i3,
                                        schemaPath: '#/properties/deploy/properties/runner/items/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]*$' },
                                        message: 'must match pattern "' + '^[A-Za-z0-9_][A-Za-z0-9_.-]*$' + '"',
                                        schema: '^[A-Za-z0-9_][A-Za-z0-9_.-]*$',
                                        parentSchema: schema11.properties.deploy.properties.runner.items,
                                        data: data35,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err105];
                                    }
                                    else {
                                        vErrors.push(err105);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err106 = {
                                    instancePath: instancePath + '/deploy/runner/' + i3,
                                    schemaPath: '#/properties/deploy/properties/runner/items/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema11.properties.deploy.properties.runner.items.type,
                                    parentSchema: schema11.properties.deploy.properties.runner.items,
                                    data: data35,
                                };
                                if (vErrors === null) {
                                    vErrors = [err106];
                                }
                                else {
                                    vErrors.push(err106);
                                }
                                errors++;
                            }
                        }
                        let i4 = data34.length;
                        let j1;
                        if (i4 > 1) {
                            const indices1 = {};
                            for (; i4--;) {
                                let item1 = data34[i4];
                                if (typeof item1 !== 'string') {
                                    continue;
                                }
                                if (typeof indices1[item1] == 'number') {
                                    j1 = indices1[item1];
                                    const err107 = {
                                        instancePath: instancePath + '/deploy/runner',
                                        schemaPath: '#/properties/deploy/properties/runner/uniqueItems',
                                        keyword: 'uniqueItems',
                                        params: { i: i4, j: j1 },
                                        message: 'must NOT have duplicate items (items ## ' + j1 + ' and ' + i4 + ' are identical)',
                                        schema: true,
                                        parentSchema: schema11.properties.deploy.properties.runner,
                                        data: data34,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err107];
                                    }
                                    else {
                                        vErrors.push(err107);
                                    }
                                    errors++;
                                    break;
                                }
                                indices1[item1] = i4;
                            }
                        }
                    }
                }
                if (data33.environment !== undefined) {
                    let data36 = data33.environment;
                    if (typeof data36 === 'string') {
                        if (func3(data36) > 255) {
                            const err108 = {
                                instancePath: instancePath + '/deploy/environment',
                                schemaPath: '#/properties/deploy/properties/environment/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 255 },
                                message: 'must NOT have more than 255 characters',
                                schema: 255,
                                parentSchema: schema11.properties.deploy.properties.environment,
                                data: data36,
                            };
                            if (vErrors === null) {
                                vErrors = [err108];
                            }
                            else {
                                vErrors.push(err108);
                            }
                            errors++;
                        }
                        if (!pattern21.test(data36)) {
                            const err109 = {
                                instancePath: instancePath + '/deploy/environment',
                                schemaPath: '#/properties/deploy/properties/environment/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[A-Za-z0-9][A-Za-z0-9 _./-]*$' },
                                message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9 _./-]*$' + '"',
                                schema: '^[A-Za-z0-9][A-Za-z0-9 _./-]*$',
                                parentSchema: schema11.properties.deploy.properties.environment,
                                data: data36,
                            };
                            if (vErrors === null) {
                                vErrors = [err109];
                            }
                            else {
                                vErrors.push(err109);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err110 = {
                            instancePath: instancePath + '/deploy/environment',
                            schemaPath: '#/properties/deploy/properties/environment/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.deploy.properties.environment.type,
                            parentSchema: schema11.properties.deploy.properties.environment,
                            data: data36,
                        };
                        if (vErrors === null) {
                            vErrors = [err110];
                        }
                        else {
                            vErrors.push(err110);
                        }
                        errors++;
                    }
                }
                if (data33.network !== undefined) {
                    let data37 = data33.network;
                    if (typeof data37 === 'string') {
                        if (func3(data37) > 100) {
                            const err111 = {
                                instancePath: instancePath + '/deploy/network',
                                schemaPath: '#/properties/deploy/properties/network/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 100 },
                                message: 'must NOT have more than 100 characters',
                                schema: 100,
                                parentSchema: schema11.properties.deploy.properties.network,
                                data: data37,
                            };
                            if (vErrors === null) {
                                vErrors = [err111];
                            }
                            else {
                                vErrors.push(err111);
                            }
                            errors++;
                        }
                        if (!pattern22.test(data37)) {
                            const err112 = {
                                instancePath: instancePath + '/deploy/network',
                                schemaPath: '#/properties/deploy/properties/network/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]*$' },
                                message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9_.-]*$' + '"',
                                schema: '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
                                parentSchema: schema11.properties.deploy.properties.network,
                                data: data37,
                            };
                            if (vErrors === null) {
                                vErrors = [err112];
                            }
                            else {
                                vErrors.push(err112);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err113 = {
                            instancePath: instancePath + '/deploy/network',
                            schemaPath: '#/properties/deploy/properties/network/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.deploy.properties.network.type,
                            parentSchema: schema11.properties.deploy.properties.network,
                            data: data37,
                        };
                        if (vErrors === null) {
                            vErrors = [err113];
                        }
                        else {
                            vErrors.push(err113);
                        }
                        errors++;
                    }
                }
                if (data33.wave !== undefined) {
                    let data38 = data33.wave;
                    if (!(typeof data38 == 'number' && !(data38 % 1) && !isNaN(data38) && isFinite(data38))) {
                        const err114 = {
                            instancePath: instancePath + '/deploy/wave',
                            schemaPath: '#/properties/deploy/properties/wave/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                            schema: schema11.properties.deploy.properties.wave.type,
                            parentSchema: schema11.properties.deploy.properties.wave,
                            data: data38,
                        };
                        if (vErrors === null) {
                            vErrors = [err114];
                        }
                        else {
                            vErrors.push(err114);
                        }
                        errors++;
                    }
                    if (typeof data38 == 'number' && isFinite(data38)) {
                        if (data38 > 100 || isNaN(data38)) {
                            const err115 = {
                                instancePath: instancePath + '/deploy/wave',
                                schemaPath: '#/properties/deploy/properties/wave/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 100 },
                                message: 'must be <= 100',
                                schema: 100,
                                parentSchema: schema11.properties.deploy.properties.wave,
                                data: data38,
                            };
                            if (vErrors === null) {
                                vErrors = [err115];
                            }
                            else {
                                vErrors.push(err115);
                            }
                            errors++;
                        }
                        if (data38 < 1 || isNaN(data38)) {
                            const err116 = {
                                instancePath: instancePath + '/deploy/wave',
                                schemaPath: '#/properties/deploy/properties/wave/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                                schema: 1,
                                parentSchema: schema11.properties.deploy.properties.wave,
                                data: data38,
                            };
                            if (vErrors === null) {
                                vErrors = [err116];
                            }
                            else {
                                vErrors.push(err116);
                            }
                            errors++;
                        }
                    }
                }
            }
            else {
                const err117 = {
                    instancePath: instancePath + '/deploy',
                    schemaPath: '#/properties/deploy/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.deploy.type,
                    parentSchema: schema11.properties.deploy,
                    data: data33,
                };
                if (vErrors === null) {
                    vErrors = [err117];
                }
                else {
                    vErrors.push(err117);
                }
                errors++;
            }
        }
        if (data.servers !== undefined) {
            let data39 = data.servers;
            if (Array.isArray(data39)) {
                if (data39.length > 5000) {
                    const err118 = {
                        instancePath: instancePath + '/servers',
                        schemaPath: '#/properties/servers/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 5000 },
                        message: 'must NOT have more than 5000 items',
                        schema: 5000,
                        parentSchema: schema11.properties.servers,
                        data: data39,
                    };
                    if (vErrors === null) {
                        vErrors = [err118];
                    }
                    else {
                        vErrors.push(err118);
                    }
                    errors++;
                }
                const len3 = data39.length;
                for (let i5 = 0; i5 < len3; i5++) {
                    if (!validate11(data39[i5], {
                        instancePath: instancePath + '/servers/' + i5,
                        parentData: data39,
                        parentDataProperty: i5,
                        rootData,
                    })) {
                        vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
                        errors = vErrors.length;
                    }
                }
            }
            else {
                const err119 = {
                    instancePath: instancePath + '/servers',
                    schemaPath: '#/properties/servers/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
                    schema: schema11.properties.servers.type,
                    parentSchema: schema11.properties.servers,
                    data: data39,
                };
                if (vErrors === null) {
                    vErrors = [err119];
                }
                else {
                    vErrors.push(err119);
                }
                errors++;
            }
        }
        if (data.sbc !== undefined) {
            let data41 = data.sbc;
            if (data41 && typeof data41 == 'object' && !Array.isArray(data41)) {
                for (const key8 in data41) {
                    if (!(key8 === 'web_domain' ||
                        key8 === 'http_port' ||
                        key8 === 'https_port' ||
                        key8 === 'transports' ||
                        key8 === 'drain')) {
                        const err120 = {
                            instancePath: instancePath + '/sbc',
                            schemaPath: '#/properties/sbc/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key8 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.sbc,
                            data: data41,
                        };
                        if (vErrors === null) {
                            vErrors = [err120];
                        }
                        else {
                            vErrors.push(err120);
                        }
                        errors++;
                    }
                }
                if (data41.web_domain !== undefined) {
                    let data42 = data41.web_domain;
                    if (typeof data42 === 'string') {
                        if (func3(data42) > 253) {
                            const err121 = {
                                instancePath: instancePath + '/sbc/web_domain',
                                schemaPath: '#/properties/sbc/properties/web_domain/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 253 },
                                message: 'must NOT have more than 253 characters',
                                schema: 253,
                                parentSchema: schema11.properties.sbc.properties.web_domain,
                                data: data42,
                            };
                            if (vErrors === null) {
                                vErrors = [err121];
                            }
                            else {
                                vErrors.push(err121);
                            }
                            errors++;
                        }
                        if (!pattern32.test(data42)) {
                            const err122 = {
                                instancePath: instancePath + '/sbc/web_domain',
                                schemaPath: '#/properties/sbc/properties/web_domain/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^(?=.*[A-Za-z])([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$',
                                },
                                message: 'must match pattern "' +
                                    '^(?=.*[A-Za-z])([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$' +
                                    '"',
                                schema: '^(?=.*[A-Za-z])([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$',
                                parentSchema: schema11.properties.sbc.properties.web_domain,
                                data: data42,
                            };
                            if (vErrors === null) {
                                vErrors = [err122];
                            }
                            else {
                                vErrors.push(err122);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err123 = {
                            instancePath: instancePath + '/sbc/web_domain',
                            schemaPath: '#/properties/sbc/properties/web_domain/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.sbc.properties.web_domain.type,
                            parentSchema: schema11.properties.sbc.properties.web_domain,
                            data: data42,
                        };
                        if (vErrors === null) {
                            vErrors = [err123];
                        }
                        else {
                            vErrors.push(err123);
                        }
                        errors++;
                    }
                }
                if (data41.http_port !== undefined) {
                    let data43 = data41.http_port;
                    if (!(typeof data43 == 'number' && !(data43 % 1) && !isNaN(data43) && isFinite(data43))) {
                        const err124 = {
                            instancePath: instancePath + '/sbc/http_port',
                            schemaPath: '#/properties/sbc/properties/http_port/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                            schema: schema11.properties.sbc.properties.http_port.type,
                            parentSchema: schema11.properties.sbc.properties.http_port,
                            data: data43,
                        };
                        if (vErrors === null) {
                            vErrors = [err124];
                        }
                        else {
                            vErrors.push(err124);
                        }
                        errors++;
                    }
                    if (typeof data43 == 'number' && isFinite(data43)) {
                        if (data43 > 65535 || isNaN(data43)) {
                            const err125 = {
                                instancePath: instancePath + '/sbc/http_port',
                                schemaPath: '#/properties/sbc/properties/http_port/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 65535 },
                                message: 'must be <= 65535',
                                schema: 65535,
                                parentSchema: schema11.properties.sbc.properties.http_port,
                                data: data43,
                            };
                            if (vErrors === null) {
                                vErrors = [err125];
                            }
                            else {
                                vErrors.push(err125);
                            }
                            errors++;
                        }
                        if (data43 < 1 || isNaN(data43)) {
                            const err126 = {
                                instancePath: instancePath + '/sbc/http_port',
                                schemaPath: '#/properties/sbc/properties/http_port/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                                schema: 1,
                                parentSchema: schema11.properties.sbc.properties.http_port,
                                data: data43,
                            };
                            if (vErrors === null) {
                                vErrors = [err126];
                            }
                            else {
                                vErrors.push(err126);
                            }
                            errors++;
                        }
                    }
                }
                if (data41.https_port !== undefined) {
                    let data44 = data41.https_port;
                    if (!(typeof data44 == 'number' && !(data44 % 1) && !isNaN(data44) && isFinite(data44))) {
                        const err127 = {
                            instancePath: instancePath + '/sbc/https_port',
                            schemaPath: '#/properties/sbc/properties/https_port/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                            schema: schema11.properties.sbc.properties.https_port.type,
                            parentSchema: schema11.properties.sbc.properties.https_port,
                            data: data44,
                        };
                        if (vErrors === null) {
                            vErrors = [err127];
                        }
                        else {
                            vErrors.push(err127);
                        }
                        errors++;
                    }
                    if (typeof data44 == 'number' && isFinite(data44)) {
                        if (data44 > 65535 || isNaN(data44)) {
                            const err128 = {
                                instancePath: instancePath + '/sbc/https_port',
                                schemaPath: '#/properties/sbc/properties/https_port/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 65535 },
                                message: 'must be <= 65535',
                                schema: 65535,
                                parentSchema: schema11.properties.sbc.properties.https_port,
                                data: data44,
                            };
                            if (vErrors === null) {
                                vErrors = [err128];
                            }
                            else {
                                vErrors.push(err128);
                            }
                            errors++;
                        }
                        if (data44 < 1 || isNaN(data44)) {
                            const err129 = {
                                instancePath: instancePath + '/sbc/https_port',
                                schemaPath: '#/properties/sbc/properties/https_port/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                                schema: 1,
                                parentSchema: schema11.properties.sbc.properties.https_port,
                                data: data44,
                            };
                            if (vErrors === null) {
                                vErrors = [err129];
                            }
                            else {
                                vErrors.push(err129);
                            }
                            errors++;
                        }
                    }
                }
                if (data41.transports !== undefined) {
                    let data45 = data41.transports;
                    if (Array.isArray(data45)) {
                        if (data45.length > 16) {
                            const err130 = {
                                instancePath: instancePath + '/sbc/transports',
                                schemaPath: '#/properties/sbc/properties/transports/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 16 },
                                message: 'must NOT have more than 16 items',
                                schema: 16,
                                parentSchema: schema11.properties.sbc.properties.transports,
                                data: data45,
                            };
                            if (vErrors === null) {
                                vErrors = [err130];
                            }
                            else {
                                vErrors.push(err130);
                            }
                            errors++;
                        }
                        if (data45.length < 1) {
                            const err131 = {
                                instancePath: instancePath + '/sbc/transports',
                                schemaPath: '#/properties/sbc/properties/transports/minItems',
                                keyword: 'minItems',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 items',
                                schema: 1,
                                parentSchema: schema11.properties.sbc.properties.transports,
                                data: data45,
                            };
                            if (vErrors === null) {
                                vErrors = [err131];
                            }
                            else {
                                vErrors.push(err131);
                            }
                            errors++;
                        }
                        const len4 = data45.length;
                        for (let i6 = 0; i6 < len4; i6++) {
                            let data46 = data45[i6];
                            if (data46 && typeof data46 == 'object' && !Array.isArray(data46)) {
                                if (data46.protocol === undefined) {
                                    const err132 = {
                                        instancePath: instancePath + '/sbc/transports/' + i6,
                                        schemaPath: '#/properties/sbc/properties/transports/items/required',
                                        keyword: 'required',
                                        params: { missingProperty: 'protocol' },
                                        message: "must have required property '" + 'protocol' + "'",
                                        schema: schema11.properties.sbc.properties.transports.items.required,
                                        parentSchema: schema11.properties.sbc.properties.transports.items,
                                        data: data46,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err132];
                                    }
                                    else {
                                        vErrors.push(err132);
                                    }
                                    errors++;
                                }
                                if (data46.port === undefined) {
                                    const err133 = {
                                        instancePath: instancePath + '/sbc/transports/' + i6,
                                        schemaPath: '#/properties/sbc/properties/transports/items/required',
                                        keyword: 'required',
                                        params: { missingProperty: 'port' },
                                        message: "must have required property '" + 'port' + "'",
                                        schema: schema11.properties.sbc.properties.transports.items.required,
                                        parentSchema: schema11.properties.sbc.properties.transports.items,
                                        data: data46,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err133];
                                    }
                                    else {
                                        vErrors.push(err133);
                                    }
                                    errors++;
                                }
                                for (const key9 in data46) {
                                    if (!(key9 === 'protocol' || key9 === 'port')) {
                                        const err134 = {
                                            instancePath: instancePath + '/sbc/transports/' + i6,
                                            schemaPath: '#/properties/sbc/properties/transports/items/additionalProperties',
                                            keyword: 'additionalProperties',
                                            params: { additionalProperty: key9 },
                                            message: 'must NOT have additional properties',
                                            schema: false,
                                            parentSchema: schema11.properties.sbc.properties.transports.items,
                                            data: data46,
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err134];
                                        }
                                        else {
                                            vErrors.push(err134);
                                        }
                                        errors++;
                                    }
                                }
                                if (data46.protocol !== undefined) {
                                    let data47 = data46.protocol;
                                    if (!(data47 === 'UDP' || data47 === 'TCP' || data47 === 'TLS')) {
                                        const err135 = {
                                            instancePath: instancePath + '/sbc/transports/' + i6 + '/protocol',
                                            schemaPath: '#/properties/sbc/properties/transports/items/properties/protocol/enum',
                                            keyword: 'enum',
                                            params: {
                                                allowedValues: schema11.properties.sbc.properties.transports.items.properties.protocol.enum,
                                            },
                                            message: 'must be equal to one of the allowed values',
                                            schema: schema11.properties.sbc.properties.transports.items.properties.protocol.enum,
                                            parentSchema: schema11.properties.sbc.properties.transports.items.properties.protocol,
                                            data: data47,
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err135];
                                        }
                                        else {
                                            vErrors.push(err135);
                                        }
                                        errors++;
                                    }
                                }
                                if (data46.port !== undefined) {
                                    let data48 = data46.port;
                                    if (!(typeof data48 == 'number' && !(data48 % 1) && !isNaN(data48) && isFinite(data48))) {
                                        const err136 = {
                                            instancePath: instancePath + '/sbc/transports/' + i6 + '/port',
                                            schemaPath: '#/properties/sbc/properties/transports/items/properties/port/type',
                                            keyword: 'type',
                                            params: { type: 'integer' },
                                            message: 'must be integer',
                                            schema: schema11.properties.sbc.properties.transports.items.properties.port.type,
                                            parentSchema: schema11.properties.sbc.properties.transports.items.properties.port,
                                            data: data48,
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err136];
                                        }
                                        else {
                                            vErrors.push(err136);
                                        }
                                        errors++;
                                    }
                                    if (typeof data48 == 'number' && isFinite(data48)) {
                                        if (data48 > 65535 || isNaN(data48)) {
                                            const err137 = {
                                                instancePath: instancePath + '/sbc/transports/' + i6 + '/port',
                                                schemaPath: '#/properties/sbc/properties/transports/items/properties/port/maximum',
                                                keyword: 'maximum',
                                                params: { comparison: '<=', limit: 65535 },
                                                message: 'must be <= 65535',
                                                schema: 65535,
                                                parentSchema: schema11.properties.sbc.properties.transports.items.properties.port,
                                                data: data48,
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err137];
                                            }
                                            else {
                                                vErrors.push(err137);
                                            }
                                            errors++;
                                        }
                                        if (data48 < 1 || isNaN(data48)) {
                                            const err138 = {
                                                instancePath: instancePath + '/sbc/transports/' + i6 + '/port',
                                                schemaPath: '#/properties/sbc/properties/transports/items/properties/port/minimum',
                                                keyword: 'minimum',
                                                params: { comparison: '>=', limit: 1 },
                                                message: 'must be >= 1',
                                                schema: 1,
                                                parentSchema: schema11.properties.sbc.properties.transports.items.properties.port,
                                                data: data48,
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err138];
                                            }
                                            else {
                                                vErrors.push(err138);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                            }
                            else {
                                const err139 = {
                                    instancePath: instancePath + '/sbc/transports/' + i6,
                                    schemaPath: '#/properties/sbc/properties/transports/items/type',
                                    keyword: 'type',
                                    params: { type: 'object' },
                                    message: 'must be object',
                                    schema: schema11.properties.sbc.properties.transports.items.type,
                                    parentSchema: schema11.properties.sbc.properties.transports.items,
                                    data: data46,
                                };
                                if (vErrors === null) {
                                    vErrors = [err139];
                                }
                                else {
                                    vErrors.push(err139);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err140 = {
                            instancePath: instancePath + '/sbc/transports',
                            schemaPath: '#/properties/sbc/properties/transports/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array',
                            schema: schema11.properties.sbc.properties.transports.type,
                            parentSchema: schema11.properties.sbc.properties.transports,
                            data: data45,
                        };
                        if (vErrors === null) {
                            vErrors = [err140];
                        }
                        else {
                            vErrors.push(err140);
                        }
                        errors++;
                    }
                }
                if (data41.drain !== undefined) {
                    let data49 = data41.drain;
                    if (data49 && typeof data49 == 'object' && !Array.isArray(data49)) {
                        for (const key10 in data49) {
                            if (!(key10 === 'command' || key10 === 'pause' || key10 === 'grace')) {
                                const err141 = {
                                    instancePath: instancePath + '/sbc/drain',
                                    schemaPath: '#/properties/sbc/properties/drain/additionalProperties',
                                    keyword: 'additionalProperties',
                                    params: { additionalProperty: key10 },
                                    message: 'must NOT have additional properties',
                                    schema: false,
                                    parentSchema: schema11.properties.sbc.properties.drain,
                                    data: data49,
                                };
                                if (vErrors === null) {
                                    vErrors = [err141];
                                }
                                else {
                                    vErrors.push(err141);
                                }
                                errors++;
                            }
                        }
                        if (data49.command !== undefined) {
                            let data50 = data49.command;
                            if (typeof data50 === 'string') {
                                if (func3(data50) > 255) {
                                    const err142 = {
                                        instancePath: instancePath + '/sbc/drain/command',
                                        schemaPath: '#/definitions/path/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 255 },
                                        message: 'must NOT have more than 255 characters',
                                        schema: 255,
                                        parentSchema: schema13,
                                        data: data50,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err142];
                                    }
                                    else {
                                        vErrors.push(err142);
                                    }
                                    errors++;
                                }
                                if (!pattern3.test(data50)) {
                                    const err143 = {
                                        instancePath: instancePath + '/sbc/drain/command',
                                        schemaPath: '#/definitions/path/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                                        parentSchema: schema13,
                                        data: data50,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err143];
                                    }
                                    else {
                                        vErrors.push(err143);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err144 = {
                                    instancePath: instancePath + '/sbc/drain/command',
                                    schemaPath: '#/definitions/path/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema13.type,
                                    parentSchema: schema13,
                                    data: data50,
                                };
                                if (vErrors === null) {
                                    vErrors = [err144];
                                }
                                else {
                                    vErrors.push(err144);
                                }
                                errors++;
                            }
                        }
                        if (data49.pause !== undefined) {
                            let data51 = data49.pause;
                            if (typeof data51 === 'string') {
                                if (func3(data51) > 16) {
                                    const err145 = {
                                        instancePath: instancePath + '/sbc/drain/pause',
                                        schemaPath: '#/properties/sbc/properties/drain/properties/pause/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 16 },
                                        message: 'must NOT have more than 16 characters',
                                        schema: 16,
                                        parentSchema: schema11.properties.sbc.properties.drain.properties.pause,
                                        data: data51,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err145];
                                    }
                                    else {
                                        vErrors.push(err145);
                                    }
                                    errors++;
                                }
                                if (!pattern34.test(data51)) {
                                    const err146 = {
                                        instancePath: instancePath + '/sbc/drain/pause',
                                        schemaPath: '#/properties/sbc/properties/drain/properties/pause/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' },
                                        message: 'must match pattern "' + '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' + '"',
                                        schema: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$',
                                        parentSchema: schema11.properties.sbc.properties.drain.properties.pause,
                                        data: data51,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err146];
                                    }
                                    else {
                                        vErrors.push(err146);
                                    }
                                    errors++;
                                }
                                if (!formats18(data51)) {
                                    const err147 = {
                                        instancePath: instancePath + '/sbc/drain/pause',
                                        schemaPath: '#/properties/sbc/properties/drain/properties/pause/format',
                                        keyword: 'format',
                                        params: { format: 'duration-hms' },
                                        message: 'must match format "' + 'duration-hms' + '"',
                                        schema: 'duration-hms',
                                        parentSchema: schema11.properties.sbc.properties.drain.properties.pause,
                                        data: data51,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err147];
                                    }
                                    else {
                                        vErrors.push(err147);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err148 = {
                                    instancePath: instancePath + '/sbc/drain/pause',
                                    schemaPath: '#/properties/sbc/properties/drain/properties/pause/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema11.properties.sbc.properties.drain.properties.pause.type,
                                    parentSchema: schema11.properties.sbc.properties.drain.properties.pause,
                                    data: data51,
                                };
                                if (vErrors === null) {
                                    vErrors = [err148];
                                }
                                else {
                                    vErrors.push(err148);
                                }
                                errors++;
                            }
                        }
                        if (data49.grace !== undefined) {
                            let data52 = data49.grace;
                            if (typeof data52 === 'string') {
                                if (func3(data52) > 16) {
                                    const err149 = {
                                        instancePath: instancePath + '/sbc/drain/grace',
                                        schemaPath: '#/properties/sbc/properties/drain/properties/grace/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 16 },
                                        message: 'must NOT have more than 16 characters',
                                        schema: 16,
                                        parentSchema: schema11.properties.sbc.properties.drain.properties.grace,
                                        data: data52,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err149];
                                    }
                                    else {
                                        vErrors.push(err149);
                                    }
                                    errors++;
                                }
                                if (!pattern34.test(data52)) {
                                    const err150 = {
                                        instancePath: instancePath + '/sbc/drain/grace',
                                        schemaPath: '#/properties/sbc/properties/drain/properties/grace/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' },
                                        message: 'must match pattern "' + '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' + '"',
                                        schema: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$',
                                        parentSchema: schema11.properties.sbc.properties.drain.properties.grace,
                                        data: data52,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err150];
                                    }
                                    else {
                                        vErrors.push(err150);
                                    }
                                    errors++;
                                }
                                if (!formats18(data52)) {
                                    const err151 = {
                                        instancePath: instancePath + '/sbc/drain/grace',
                                        schemaPath: '#/properties/sbc/properties/drain/properties/grace/format',
                                        keyword: 'format',
                                        params: { format: 'duration-hms' },
                                        message: 'must match format "' + 'duration-hms' + '"',
                                        schema: 'duration-hms',
                                        parentSchema: schema11.properties.sbc.properties.drain.properties.grace,
                                        data: data52,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err151];
                                    }
                                    else {
                                        vErrors.push(err151);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err152 = {
                                    instancePath: instancePath + '/sbc/drain/grace',
                                    schemaPath: '#/properties/sbc/properties/drain/properties/grace/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema11.properties.sbc.properties.drain.properties.grace.type,
                                    parentSchema: schema11.properties.sbc.properties.drain.properties.grace,
                                    data: data52,
                                };
                                if (vErrors === null) {
                                    vErrors = [err152];
                                }
                                else {
                                    vErrors.push(err152);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err153 = {
                            instancePath: instancePath + '/sbc/drain',
                            schemaPath: '#/properties/sbc/properties/drain/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                            schema: schema11.properties.sbc.properties.drain.type,
                            parentSchema: schema11.properties.sbc.properties.drain,
                            data: data49,
                        };
                        if (vErrors === null) {
                            vErrors = [err153];
                        }
                        else {
                            vErrors.push(err153);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err154 = {
                    instancePath: instancePath + '/sbc',
                    schemaPath: '#/properties/sbc/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.sbc.type,
                    parentSchema: schema11.properties.sbc,
                    data: data41,
                };
                if (vErrors === null) {
                    vErrors = [err154];
                }
                else {
                    vErrors.push(err154);
                }
                errors++;
            }
        }
        if (data.backup !== undefined) {
            let data53 = data.backup;
            if (data53 && typeof data53 == 'object' && !Array.isArray(data53)) {
                for (const key11 in data53) {
                    if (!(key11 === 'max_age' || key11 === 'folder' || key11 === 'command')) {
                        const err155 = {
                            instancePath: instancePath + '/backup',
                            schemaPath: '#/properties/backup/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key11 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.backup,
                            data: data53,
                        };
                        if (vErrors === null) {
                            vErrors = [err155];
                        }
                        else {
                            vErrors.push(err155);
                        }
                        errors++;
                    }
                }
                if (data53.max_age !== undefined) {
                    let data54 = data53.max_age;
                    if (typeof data54 === 'string') {
                        if (func3(data54) > 16) {
                            const err156 = {
                                instancePath: instancePath + '/backup/max_age',
                                schemaPath: '#/properties/backup/properties/max_age/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 16 },
                                message: 'must NOT have more than 16 characters',
                                schema: 16,
                                parentSchema: schema11.properties.backup.properties.max_age,
                                data: data54,
                            };
                            if (vErrors === null) {
                                vErrors = [err156];
                            }
                            else {
                                vErrors.push(err156);
                            }
                            errors++;
                        }
                        if (!pattern36.test(data54)) {
                            const err157 = {
                                instancePath: instancePath + '/backup/max_age',
                                schemaPath: '#/properties/backup/properties/max_age/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^(?=.*[1-9])([0-9]{1,3}d)?([0-9]{1,3}h)?([0-9]{1,4}m)?$' },
                                message: 'must match pattern "' + '^(?=.*[1-9])([0-9]{1,3}d)?([0-9]{1,3}h)?([0-9]{1,4}m)?$' + '"',
                                schema: '^(?=.*[1-9])([0-9]{1,3}d)?([0-9]{1,3}h)?([0-9]{1,4}m)?$',
                                parentSchema: schema11.properties.backup.properties.max_age,
                                data: data54,
                            };
                            if (vErrors === null) {
                                vErrors = [err157];
                            }
                            else {
                                vErrors.push(err157);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err158 = {
                            instancePath: instancePath + '/backup/max_age',
                            schemaPath: '#/properties/backup/properties/max_age/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.backup.properties.max_age.type,
                            parentSchema: schema11.properties.backup.properties.max_age,
                            data: data54,
                        };
                        if (vErrors === null) {
                            vErrors = [err158];
                        }
                        else {
                            vErrors.push(err158);
                        }
                        errors++;
                    }
                }
                if (data53.folder !== undefined) {
                    let data55 = data53.folder;
                    if (typeof data55 === 'string') {
                        if (func3(data55) > 255) {
                            const err159 = {
                                instancePath: instancePath + '/backup/folder',
                                schemaPath: '#/definitions/path/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 255 },
                                message: 'must NOT have more than 255 characters',
                                schema: 255,
                                parentSchema: schema13,
                                data: data55,
                            };
                            if (vErrors === null) {
                                vErrors = [err159];
                            }
                            else {
                                vErrors.push(err159);
                            }
                            errors++;
                        }
                        if (!pattern3.test(data55)) {
                            const err160 = {
                                instancePath: instancePath + '/backup/folder',
                                schemaPath: '#/definitions/path/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                                message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                                schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                                parentSchema: schema13,
                                data: data55,
                            };
                            if (vErrors === null) {
                                vErrors = [err160];
                            }
                            else {
                                vErrors.push(err160);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err161 = {
                            instancePath: instancePath + '/backup/folder',
                            schemaPath: '#/definitions/path/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema13.type,
                            parentSchema: schema13,
                            data: data55,
                        };
                        if (vErrors === null) {
                            vErrors = [err161];
                        }
                        else {
                            vErrors.push(err161);
                        }
                        errors++;
                    }
                }
                if (data53.command !== undefined) {
                    let data56 = data53.command;
                    if (Array.isArray(data56)) {
                        if (data56.length > 16) {
                            const err162 = {
                                instancePath: instancePath + '/backup/command',
                                schemaPath: '#/properties/backup/properties/command/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 16 },
                                message: 'must NOT have more than 16 items',
                                schema: 16,
                                parentSchema: schema11.properties.backup.properties.command,
                                data: data56,
                            };
                            if (vErrors === null) {
                                vErrors = [err162];
                            }
                            else {
                                vErrors.push(err162);
                            }
                            errors++;
                        }
                        if (data56.length < 1) {
                            const err163 = {
                                instancePath: instancePath + '/backup/command',
                                schemaPath: '#/properties/backup/properties/command/minItems',
                                keyword: 'minItems',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 items',
                                schema: 1,
                                parentSchema: schema11.properties.backup.properties.command,
                                data: data56,
                            };
                            if (vErrors === null) {
                                vErrors = [err163];
                            }
                            else {
                                vErrors.push(err163);
                            }
                            errors++;
                        }
                        const len5 = data56.length;
                        for (let i7 = 0; i7 < len5; i7++) {
                            let data57 = data56[i7];
                            if (typeof data57 === 'string') {
                                if (func3(data57) > 255) {
                                    const err164 = {
                                        instancePath: instancePath + '/backup/command/' + i7,
                                        schemaPath: '#/properties/backup/properties/command/items/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 255 },
                                        message: 'must NOT have more than 255 characters',
                                        schema: 255,
                                        parentSchema: schema11.properties.backup.properties.command.items,
                                        data: data57,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err164];
                                    }
                                    else {
                                        vErrors.push(err164);
                                    }
                                    errors++;
                                }
                                if (!pattern38.test(data57)) {
                                    const err165 = {
                                        instancePath: instancePath + '/backup/command/' + i7,
                                        schemaPath: '#/properties/backup/properties/command/items/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[A-Za-z0-9._/:=,@%+-]+$' },
                                        message: 'must match pattern "' + '^[A-Za-z0-9._/:=,@%+-]+$' + '"',
                                        schema: '^[A-Za-z0-9._/:=,@%+-]+$',
                                        parentSchema: schema11.properties.backup.properties.command.items,
                                        data: data57,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err165];
                                    }
                                    else {
                                        vErrors.push(err165);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err166 = {
                                    instancePath: instancePath + '/backup/command/' + i7,
                                    schemaPath: '#/properties/backup/properties/command/items/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema11.properties.backup.properties.command.items.type,
                                    parentSchema: schema11.properties.backup.properties.command.items,
                                    data: data57,
                                };
                                if (vErrors === null) {
                                    vErrors = [err166];
                                }
                                else {
                                    vErrors.push(err166);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err167 = {
                            instancePath: instancePath + '/backup/command',
                            schemaPath: '#/properties/backup/properties/command/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array',
                            schema: schema11.properties.backup.properties.command.type,
                            parentSchema: schema11.properties.backup.properties.command,
                            data: data56,
                        };
                        if (vErrors === null) {
                            vErrors = [err167];
                        }
                        else {
                            vErrors.push(err167);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err168 = {
                    instancePath: instancePath + '/backup',
                    schemaPath: '#/properties/backup/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.backup.type,
                    parentSchema: schema11.properties.backup,
                    data: data53,
                };
                if (vErrors === null) {
                    vErrors = [err168];
                }
                else {
                    vErrors.push(err168);
                }
                errors++;
            }
        }
        if (data.restart !== undefined) {
            let data58 = data.restart;
            if (data58 && typeof data58 == 'object' && !Array.isArray(data58)) {
                for (const key12 in data58) {
                    if (!(key12 === 'max_unavailable' ||
                        key12 === 'drain_timeout' ||
                        key12 === 'start_timeout' ||
                        key12 === 'on_drain_timeout' ||
                        key12 === 'after_scale_out' ||
                        key12 === 'window')) {
                        const err169 = {
                            instancePath: instancePath + '/restart',
                            schemaPath: '#/properties/restart/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key12 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.restart,
                            data: data58,
                        };
                        if (vErrors === null) {
                            vErrors = [err169];
                        }
                        else {
                            vErrors.push(err169);
                        }
                        errors++;
                    }
                }
                if (data58.max_unavailable !== undefined) {
                    let data59 = data58.max_unavailable;
                    if (!(typeof data59 == 'number' && !(data59 % 1) && !isNaN(data59) && isFinite(data59))) {
                        const err170 = {
                            instancePath: instancePath + '/restart/max_unavailable',
                            schemaPath: '#/properties/restart/properties/max_unavailable/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                            schema: schema11.properties.restart.properties.max_unavailable.type,
                            parentSchema: schema11.properties.restart.properties.max_unavailable,
                            data: data59,
                        };
                        if (vErrors === null) {
                            vErrors = [err170];
                        }
                        else {
                            vErrors.push(err170);
                        }
                        errors++;
                    }
                    if (typeof data59 == 'number' && isFinite(data59)) {
                        if (data59 > 100 || isNaN(data59)) {
                            const err171 = {
                                instancePath: instancePath + '/restart/max_unavailable',
                                schemaPath: '#/properties/restart/properties/max_unavailable/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 100 },
                                message: 'must be <= 100',
                                schema: 100,
                                parentSchema: schema11.properties.restart.properties.max_unavailable,
                                data: data59,
                            };
                            if (vErrors === null) {
                                vErrors = [err171];
                            }
                            else {
                                vErrors.push(err171);
                            }
                            errors++;
                        }
                        if (data59 < 1 || isNaN(data59)) {
                            const err172 = {
                                instancePath: instancePath + '/restart/max_unavailable',
                                schemaPath: '#/properties/restart/properties/max_unavailable/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                                schema: 1,
                                parentSchema: schema11.properties.restart.properties.max_unavailable,
                                data: data59,
                            };
                            if (vErrors === null) {
                                vErrors = [err172];
                            }
                            else {
                                vErrors.push(err172);
                            }
                            errors++;
                        }
                    }
                }
                if (data58.drain_timeout !== undefined) {
                    let data60 = data58.drain_timeout;
                    if (typeof data60 === 'string') {
                        if (func3(data60) > 16) {
                            const err173 = {
                                instancePath: instancePath + '/restart/drain_timeout',
                                schemaPath: '#/properties/restart/properties/drain_timeout/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 16 },
                                message: 'must NOT have more than 16 characters',
                                schema: 16,
                                parentSchema: schema11.properties.restart.properties.drain_timeout,
                                data: data60,
                            };
                            if (vErrors === null) {
                                vErrors = [err173];
                            }
                            else {
                                vErrors.push(err173);
                            }
                            errors++;
                        }
                        if (!pattern34.test(data60)) {
                            const err174 = {
                                instancePath: instancePath + '/restart/drain_timeout',
                                schemaPath: '#/properties/restart/properties/drain_timeout/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' },
                                message: 'must match pattern "' + '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' + '"',
                                schema: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$',
                                parentSchema: schema11.properties.restart.properties.drain_timeout,
                                data: data60,
                            };
                            if (vErrors === null) {
                                vErrors = [err174];
                            }
                            else {
                                vErrors.push(err174);
                            }
                            errors++;
                        }
                        if (!formats18(data60)) {
                            const err175 = {
                                instancePath: instancePath + '/restart/drain_timeout',
                                schemaPath: '#/properties/restart/properties/drain_timeout/format',
                                keyword: 'format',
                                params: { format: 'duration-hms' },
                                message: 'must match format "' + 'duration-hms' + '"',
                                schema: 'duration-hms',
                                parentSchema: schema11.properties.restart.properties.drain_timeout,
                                data: data60,
                            };
                            if (vErrors === null) {
                                vErrors = [err175];
                            }
                            else {
                                vErrors.push(err175);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err176 = {
                            instancePath: instancePath + '/restart/drain_timeout',
                            schemaPath: '#/properties/restart/properties/drain_timeout/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.restart.properties.drain_timeout.type,
                            parentSchema: schema11.properties.restart.properties.drain_timeout,
                            data: data60,
                        };
                        if (vErrors === null) {
                            vErrors = [err176];
                        }
                        else {
                            vErrors.push(err176);
                        }
                        errors++;
                    }
                }
                if (data58.start_timeout !== undefined) {
                    let data61 = data58.start_timeout;
                    if (typeof data61 === 'string') {
                        if (func3(data61) > 16) {
                            const err177 = {
                                instancePath: instancePath + '/restart/start_timeout',
                                schemaPath: '#/properties/restart/properties/start_timeout/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 16 },
                                message: 'must NOT have more than 16 characters',
                                schema: 16,
                                parentSchema: schema11.properties.restart.properties.start_timeout,
                                data: data61,
                            };
                            if (vErrors === null) {
                                vErrors = [err177];
                            }
                            else {
                                vErrors.push(err177);
                            }
                            errors++;
                        }
                        if (!pattern34.test(data61)) {
                            const err178 = {
                                instancePath: instancePath + '/restart/start_timeout',
                                schemaPath: '#/properties/restart/properties/start_timeout/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' },
                                message: 'must match pattern "' + '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' + '"',
                                schema: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$',
                                parentSchema: schema11.properties.restart.properties.start_timeout,
                                data: data61,
                            };
                            if (vErrors === null) {
                                vErrors = [err178];
                            }
                            else {
                                vErrors.push(err178);
                            }
                            errors++;
                        }
                        if (!formats18(data61)) {
                            const err179 = {
                                instancePath: instancePath + '/restart/start_timeout',
                                schemaPath: '#/properties/restart/properties/start_timeout/format',
                                keyword: 'format',
                                params: { format: 'duration-hms' },
                                message: 'must match format "' + 'duration-hms' + '"',
                                schema: 'duration-hms',
                                parentSchema: schema11.properties.restart.properties.start_timeout,
                                data: data61,
                            };
                            if (vErrors === null) {
                                vErrors = [err179];
                            }
                            else {
                                vErrors.push(err179);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err180 = {
                            instancePath: instancePath + '/restart/start_timeout',
                            schemaPath: '#/properties/restart/properties/start_timeout/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.restart.properties.start_timeout.type,
                            parentSchema: schema11.properties.restart.properties.start_timeout,
                            data: data61,
                        };
                        if (vErrors === null) {
                            vErrors = [err180];
                        }
                        else {
                            vErrors.push(err180);
                        }
                        errors++;
                    }
                }
                if (data58.on_drain_timeout !== undefined) {
                    let data62 = data58.on_drain_timeout;
                    if (!(data62 === 'fail' || data62 === 'force')) {
                        const err181 = {
                            instancePath: instancePath + '/restart/on_drain_timeout',
                            schemaPath: '#/properties/restart/properties/on_drain_timeout/enum',
                            keyword: 'enum',
                            params: { allowedValues: schema11.properties.restart.properties.on_drain_timeout.enum },
                            message: 'must be equal to one of the allowed values',
                            schema: schema11.properties.restart.properties.on_drain_timeout.enum,
                            parentSchema: schema11.properties.restart.properties.on_drain_timeout,
                            data: data62,
                        };
                        if (vErrors === null) {
                            vErrors = [err181];
                        }
                        else {
                            vErrors.push(err181);
                        }
                        errors++;
                    }
                }
                if (data58.after_scale_out !== undefined) {
                    let data63 = data58.after_scale_out;
                    if (!(data63 === 'all' || data63 === 'load-balancer' || data63 === 'none')) {
                        const err182 = {
                            instancePath: instancePath + '/restart/after_scale_out',
                            schemaPath: '#/properties/restart/properties/after_scale_out/enum',
                            keyword: 'enum',
                            params: { allowedValues: schema11.properties.restart.properties.after_scale_out.enum },
                            message: 'must be equal to one of the allowed values',
                            schema: schema11.properties.restart.properties.after_scale_out.enum,
                            parentSchema: schema11.properties.restart.properties.after_scale_out,
                            data: data63,
                        };
                        if (vErrors === null) {
                            vErrors = [err182];
                        }
                        else {
                            vErrors.push(err182);
                        }
                        errors++;
                    }
                }
                if (data58.window !== undefined) {
                    let data64 = data58.window;
                    if (data64 && typeof data64 == 'object' && !Array.isArray(data64)) {
                        if (data64.days === undefined) {
                            const err183 = {
                                instancePath: instancePath + '/restart/window',
                                schemaPath: '#/properties/restart/properties/window/required',
                                keyword: 'required',
                                params: { missingProperty: 'days' },
                                message: "must have required property '" + 'days' + "'",
                                schema: schema11.properties.restart.properties.window.required,
                                parentSchema: schema11.properties.restart.properties.window,
                                data: data64,
                            };
                            if (vErrors === null) {
                                vErrors = [err183];
                            }
                            else {
                                vErrors.push(err183);
                            }
                            errors++;
                        }
                        if (data64.from === undefined) {
                            const err184 = {
                                instancePath: instancePath + '/restart/window',
                                schemaPath: '#/properties/restart/properties/window/required',
                                keyword: 'required',
                                params: { missingProperty: 'from' },
                                message: "must have required property '" + 'from' + "'",
                                schema: schema11.properties.restart.properties.window.required,
                                parentSchema: schema11.properties.restart.properties.window,
                                data: data64,
                            };
                            if (vErrors === null) {
                                vErrors = [err184];
                            }
                            else {
                                vErrors.push(err184);
                            }
                            errors++;
                        }
                        if (data64.to === undefined) {
                            const err185 = {
                                instancePath: instancePath + '/restart/window',
                                schemaPath: '#/properties/restart/properties/window/required',
                                keyword: 'required',
                                params: { missingProperty: 'to' },
                                message: "must have required property '" + 'to' + "'",
                                schema: schema11.properties.restart.properties.window.required,
                                parentSchema: schema11.properties.restart.properties.window,
                                data: data64,
                            };
                            if (vErrors === null) {
                                vErrors = [err185];
                            }
                            else {
                                vErrors.push(err185);
                            }
                            errors++;
                        }
                        if (data64.timezone === undefined) {
                            const err186 = {
                                instancePath: instancePath + '/restart/window',
                                schemaPath: '#/properties/restart/properties/window/required',
                                keyword: 'required',
                                params: { missingProperty: 'timezone' },
                                message: "must have required property '" + 'timezone' + "'",
                                schema: schema11.properties.restart.properties.window.required,
                                parentSchema: schema11.properties.restart.properties.window,
                                data: data64,
                            };
                            if (vErrors === null) {
                                vErrors = [err186];
                            }
                            else {
                                vErrors.push(err186);
                            }
                            errors++;
                        }
                        for (const key13 in data64) {
                            if (!(key13 === 'days' || key13 === 'from' || key13 === 'to' || key13 === 'timezone')) {
                                const err187 = {
                                    instancePath: instancePath + '/restart/window',
                                    schemaPath: '#/properties/restart/properties/window/additionalProperties',
                                    keyword: 'additionalProperties',
                                    params: { additionalProperty: key13 },
                                    message: 'must NOT have additional properties',
                                    schema: false,
                                    parentSchema: schema11.properties.restart.properties.window,
                                    data: data64,
                                };
                                if (vErrors === null) {
                                    vErrors = [err187];
                                }
                                else {
                                    vErrors.push(err187);
                                }
                                errors++;
                            }
                        }
                        if (data64.days !== undefined) {
                            let data65 = data64.days;
                            if (Array.isArray(data65)) {
                                if (data65.length < 1) {
                                    const err188 = {
                                        instancePath: instancePath + '/restart/window/days',
                                        schemaPath: '#/properties/restart/properties/window/properties/days/minItems',
                                        keyword: 'minItems',
                                        params: { limit: 1 },
                                        message: 'must NOT have fewer than 1 items',
                                        schema: 1,
                                        parentSchema: schema11.properties.restart.properties.window.properties.days,
                                        data: data65,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err188];
                                    }
                                    else {
                                        vErrors.push(err188);
                                    }
                                    errors++;
                                }
                                const len6 = data65.length;
                                for (let i8 = 0; i8 < len6; i8++) {
                                    let data66 = data65[i8];
                                    if (typeof data66 !== 'string') {
                                        const err189 = {
                                            instancePath: instancePath + '/restart/window/days/' + i8,
                                            schemaPath: '#/properties/restart/properties/window/properties/days/items/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string',
                                            schema: schema11.properties.restart.properties.window.properties.days.items.type,
                                            parentSchema: schema11.properties.restart.properties.window.properties.days.items,
                                            data: data66,
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err189];
                                        }
                                        else {
                                            vErrors.push(err189);
                                        }
                                        errors++;
                                    }
                                    if (!(data66 === 'mon' ||
                                        data66 === 'tue' ||
                                        data66 === 'wed' ||
                                        data66 === 'thu' ||
                                        data66 === 'fri' ||
                                        data66 === 'sat' ||
                                        data66 === 'sun')) {
                                        const err190 = {
                                            instancePath: instancePath + '/restart/window/days/' + i8,
                                            schemaPath: '#/properties/restart/properties/window/properties/days/items/enum',
                                            keyword: 'enum',
                                            params: {
                                                allowedValues: schema11.properties.restart.properties.window.properties.days.items.enum,
                                            },
                                            message: 'must be equal to one of the allowed values',
                                            schema: schema11.properties.restart.properties.window.properties.days.items.enum,
                                            parentSchema: schema11.properties.restart.properties.window.properties.days.items,
                                            data: data66,
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err190];
                                        }
                                        else {
                                            vErrors.push(err190);
                                        }
                                        errors++;
                                    }
                                }
                                let i9 = data65.length;
                                let j2;
                                if (i9 > 1) {
                                    const indices2 = {};
                                    for (; i9--;) {
                                        let item2 = data65[i9];
                                        if (typeof item2 !== 'string') {
                                            continue;
                                        }
                                        if (typeof indices2[item2] == 'number') {
                                            j2 = indices2[item2];
                                            const err191 = {
                                                instancePath: instancePath + '/restart/window/days',
                                                schemaPath: '#/properties/restart/properties/window/properties/days/uniqueItems',
                                                keyword: 'uniqueItems',
                                                params: { i: i9, j: j2 },
                                                message: 'must NOT have duplicate items (items ## ' + j2 + ' and ' + i9 + ' are identical)',
                                                schema: true,
                                                parentSchema: schema11.properties.restart.properties.window.properties.days,
                                                data: data65,
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err191];
                                            }
                                            else {
                                                vErrors.push(err191);
                                            }
                                            errors++;
                                            break;
                                        }
                                        indices2[item2] = i9;
                                    }
                                }
                            }
                            else {
                                const err192 = {
                                    instancePath: instancePath + '/restart/window/days',
                                    schemaPath: '#/properties/restart/properties/window/properties/days/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                    message: 'must be array',
                                    schema: schema11.properties.restart.properties.window.properties.days.type,
                                    parentSchema: schema11.properties.restart.properties.window.properties.days,
                                    data: data65,
                                };
                                if (vErrors === null) {
                                    vErrors = [err192];
                                }
                                else {
                                    vErrors.push(err192);
                                }
                                errors++;
                            }
                        }
                        if (data64.from !== undefined) {
                            let data67 = data64.from;
                            if (typeof data67 === 'string') {
                                if (!pattern41.test(data67)) {
                                    const err193 = {
                                        instancePath: instancePath + '/restart/window/from',
                                        schemaPath: '#/definitions/time/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
                                        message: 'must match pattern "' + '^([01][0-9]|2[0-3]):[0-5][0-9]$' + '"',
                                        schema: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
                                        parentSchema: schema31,
                                        data: data67,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err193];
                                    }
                                    else {
                                        vErrors.push(err193);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err194 = {
                                    instancePath: instancePath + '/restart/window/from',
                                    schemaPath: '#/definitions/time/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema31.type,
                                    parentSchema: schema31,
                                    data: data67,
                                };
                                if (vErrors === null) {
                                    vErrors = [err194];
                                }
                                else {
                                    vErrors.push(err194);
                                }
                                errors++;
                            }
                        }
                        if (data64.to !== undefined) {
                            let data68 = data64.to;
                            if (typeof data68 === 'string') {
                                if (!pattern41.test(data68)) {
                                    const err195 = {
                                        instancePath: instancePath + '/restart/window/to',
                                        schemaPath: '#/definitions/time/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
                                        message: 'must match pattern "' + '^([01][0-9]|2[0-3]):[0-5][0-9]$' + '"',
                                        schema: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
                                        parentSchema: schema31,
                                        data: data68,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err195];
                                    }
                                    else {
                                        vErrors.push(err195);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err196 = {
                                    instancePath: instancePath + '/restart/window/to',
                                    schemaPath: '#/definitions/time/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema31.type,
                                    parentSchema: schema31,
                                    data: data68,
                                };
                                if (vErrors === null) {
                                    vErrors = [err196];
                                }
                                else {
                                    vErrors.push(err196);
                                }
                                errors++;
                            }
                        }
                        if (data64.timezone !== undefined) {
                            let data69 = data64.timezone;
                            if (typeof data69 === 'string') {
                                if (func3(data69) > 64) {
                                    const err197 = {
                                        instancePath: instancePath + '/restart/window/timezone',
                                        schemaPath: '#/properties/restart/properties/window/properties/timezone/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 64 },
                                        message: 'must NOT have more than 64 characters',
                                        schema: 64,
                                        parentSchema: schema11.properties.restart.properties.window.properties.timezone,
                                        data: data69,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err197];
                                    }
                                    else {
                                        vErrors.push(err197);
                                    }
                                    errors++;
                                }
                                if (!pattern43.test(data69)) {
                                    const err198 = {
                                        instancePath: instancePath + '/restart/window/timezone',
                                        schemaPath: '#/properties/restart/properties/window/properties/timezone/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$' },
                                        message: 'must match pattern "' + '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$' + '"',
                                        schema: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$',
                                        parentSchema: schema11.properties.restart.properties.window.properties.timezone,
                                        data: data69,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err198];
                                    }
                                    else {
                                        vErrors.push(err198);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err199 = {
                                    instancePath: instancePath + '/restart/window/timezone',
                                    schemaPath: '#/properties/restart/properties/window/properties/timezone/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema11.properties.restart.properties.window.properties.timezone.type,
                                    parentSchema: schema11.properties.restart.properties.window.properties.timezone,
                                    data: data69,
                                };
                                if (vErrors === null) {
                                    vErrors = [err199];
                                }
                                else {
                                    vErrors.push(err199);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err200 = {
                            instancePath: instancePath + '/restart/window',
                            schemaPath: '#/properties/restart/properties/window/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                            schema: schema11.properties.restart.properties.window.type,
                            parentSchema: schema11.properties.restart.properties.window,
                            data: data64,
                        };
                        if (vErrors === null) {
                            vErrors = [err200];
                        }
                        else {
                            vErrors.push(err200);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err201 = {
                    instancePath: instancePath + '/restart',
                    schemaPath: '#/properties/restart/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.restart.type,
                    parentSchema: schema11.properties.restart,
                    data: data58,
                };
                if (vErrors === null) {
                    vErrors = [err201];
                }
                else {
                    vErrors.push(err201);
                }
                errors++;
            }
        }
    }
    else {
        const err202 = {
            instancePath,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
            schema: schema11.type,
            parentSchema: schema11,
            data,
        };
        if (vErrors === null) {
            vErrors = [err202];
        }
        else {
            vErrors.push(err202);
        }
        errors++;
    }
    validate10.errors = vErrors;
    return errors === 0;
}

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 349:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.schema.json");

/***/ }),

/***/ 632:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/ajv-runtime.js");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(510);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cluster-validator.js.map
