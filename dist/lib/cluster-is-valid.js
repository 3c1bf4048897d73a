/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 913:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(648);


/***/ }),

/***/ 648:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/is-valid.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
// @ts-nocheck
// Made by scripts/validator.mjs from schema/cluster.schema.json: npm run generate
const ucs2length_1 = { get it() { return __importDefault(__nccwpck_require__(632)); } };
const formats_1 = { get it() { return (__nccwpck_require__(907).formats); } };
exports["default"] = validate10;
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
const pattern23 = new RegExp('^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$', 'u');
const fields1 = new Set([
    'name',
    'role',
    'private_ip',
    'public_ip',
    'enabled',
    'image',
    'data_path',
    'ssh',
    'max_call_sessions',
    'max_rooms',
    'max_participants',
    'chat_files',
    'clickhouse_image',
]);
const fields2 = new Set([
    'version',
    'extends',
    'name',
    'image',
    'data_path',
    'scripts_path',
    'scripts',
    'registry',
    'prepare',
    'pbx',
    'ssh',
    'cloud',
    'firewall',
    'built_in_servers',
    'unmanaged_servers',
    'deploy',
    'servers',
    'sbc',
    'backup',
    'restart',
]);
function validate11(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    let errors = 0;
    const _errs2 = errors;
    let valid1 = true;
    const _errs3 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing0;
        if (data.role === undefined && (missing0 = 'role')) {
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
                    errors++;
                }
            }
        }
    }
    var _valid0 = _errs3 === errors;
    errors = _errs2;
    if (_valid0) {
        const _errs5 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.max_call_sessions !== undefined) {
                errors++;
            }
        }
        var _valid0 = _errs5 === errors;
        valid1 = _valid0;
    }
    if (!valid1) {
        errors++;
    }
    const _errs7 = errors;
    let valid4 = true;
    const _errs8 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing1;
        if (data.role === undefined && (missing1 = 'role')) {
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
                    errors++;
                }
            }
        }
    }
    var _valid1 = _errs8 === errors;
    errors = _errs7;
    if (_valid1) {
        const _errs10 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.max_rooms !== undefined) {
                errors++;
            }
            if (data.max_participants !== undefined) {
                errors++;
            }
        }
        var _valid1 = _errs10 === errors;
        valid4 = _valid1;
    }
    if (!valid4) {
        errors++;
    }
    const _errs12 = errors;
    let valid7 = true;
    const _errs13 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing2;
        if (data.role === undefined && (missing2 = 'role')) {
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
                    errors++;
                }
            }
        }
    }
    var _valid2 = _errs13 === errors;
    errors = _errs12;
    if (_valid2) {
        const _errs15 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.chat_files !== undefined) {
                errors++;
            }
        }
        var _valid2 = _errs15 === errors;
        valid7 = _valid2;
    }
    if (!valid7) {
        errors++;
    }
    const _errs17 = errors;
    let valid10 = true;
    const _errs18 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing3;
        if (data.role === undefined && (missing3 = 'role')) {
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
                    errors++;
                }
            }
        }
    }
    var _valid3 = _errs18 === errors;
    errors = _errs17;
    if (_valid3) {
        const _errs20 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.clickhouse_image !== undefined) {
                errors++;
            }
        }
        var _valid3 = _errs20 === errors;
        valid10 = _valid3;
    }
    if (!valid10) {
        errors++;
    }
    const _errs22 = errors;
    let valid13 = true;
    const _errs23 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing4;
        if (data.role === undefined && (missing4 = 'role')) {
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data9 = data.role;
                if (!(data9 === 'queue' || data9 === 'meeting' || data9 === 'ivr')) {
                    errors++;
                }
            }
        }
    }
    var _valid4 = _errs23 === errors;
    errors = _errs22;
    if (_valid4) {
        const _errs25 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.public_ip !== undefined) {
                errors++;
            }
        }
        var _valid4 = _errs25 === errors;
        valid13 = _valid4;
    }
    if (!valid13) {
        errors++;
    }
    const _errs27 = errors;
    let valid16 = true;
    const _errs28 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing5;
        if (data.role === undefined && (missing5 = 'role')) {
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
                    errors++;
                }
            }
        }
    }
    var _valid5 = _errs28 === errors;
    errors = _errs27;
    if (_valid5) {
        const _errs30 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.private_ip === undefined) {
                errors++;
            }
        }
        var _valid5 = _errs30 === errors;
        valid16 = _valid5;
    }
    if (!valid16) {
        errors++;
    }
    const _errs32 = errors;
    let valid18 = true;
    const _errs33 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing6;
        if (data.role === undefined && (missing6 = 'role')) {
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data12 = data.role;
                if (!(data12 === 'im' || data12 === 'dataflow')) {
                    errors++;
                }
            }
        }
    }
    var _valid6 = _errs33 === errors;
    errors = _errs32;
    if (_valid6) {
        const _errs35 = errors;
        const _errs36 = errors;
        let valid20 = false;
        const _errs37 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.private_ip === undefined) {
                errors++;
            }
        }
        var _valid7 = _errs37 === errors;
        valid20 = valid20 || _valid7;
        if (!valid20) {
            const _errs38 = errors;
            if (data && typeof data == 'object' && !Array.isArray(data)) {
                if (data.public_ip === undefined) {
                    errors++;
                }
            }
            var _valid7 = _errs38 === errors;
            valid20 = valid20 || _valid7;
        }
        if (!valid20) {
            errors++;
        }
        else {
            errors = _errs36;
        }
        var _valid6 = _errs35 === errors;
        valid18 = _valid6;
    }
    if (!valid18) {
        errors++;
    }
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.name === undefined) {
            errors++;
        }
        if (data.role === undefined) {
            errors++;
        }
        for (const key0 in data) {
            if (!fields1.has(key0)) {
                errors++;
            }
        }
        if (data.name !== undefined) {
            let data13 = data.name;
            if (typeof data13 === 'string') {
                if (!pattern23.test(data13)) {
                    errors++;
                }
            }
            else {
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
                errors++;
            }
        }
        if (data.private_ip !== undefined) {
            let data15 = data.private_ip;
            if (typeof data15 === 'string') {
                if (func3(data15) > 45) {
                    errors++;
                }
                if (!pattern8.test(data15)) {
                    errors++;
                }
                if (!formats0(data15)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.public_ip !== undefined) {
            let data16 = data.public_ip;
            if (typeof data16 === 'string') {
                if (func3(data16) > 45) {
                    errors++;
                }
                if (!pattern8.test(data16)) {
                    errors++;
                }
                if (!formats0(data16)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.enabled !== undefined) {
            if (typeof data.enabled !== 'boolean') {
                errors++;
            }
        }
        if (data.image !== undefined) {
            let data18 = data.image;
            if (typeof data18 === 'string') {
                if (func3(data18) > 255) {
                    errors++;
                }
                if (!pattern2.test(data18)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.data_path !== undefined) {
            let data19 = data.data_path;
            if (typeof data19 === 'string') {
                if (func3(data19) > 255) {
                    errors++;
                }
                if (!pattern3.test(data19)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.ssh !== undefined) {
            let data20 = data.ssh;
            if (data20 && typeof data20 == 'object' && !Array.isArray(data20)) {
                for (const key1 in data20) {
                    if (!(key1 === 'user' || key1 === 'port' || key1 === 'jump_host')) {
                        errors++;
                    }
                }
                if (data20.user !== undefined) {
                    let data21 = data20.user;
                    if (typeof data21 === 'string') {
                        if (!pattern15.test(data21)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data20.port !== undefined) {
                    let data22 = data20.port;
                    if (!(typeof data22 == 'number' && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
                        errors++;
                    }
                    if (typeof data22 == 'number' && isFinite(data22)) {
                        if (data22 > 65535 || isNaN(data22)) {
                            errors++;
                        }
                        if (data22 < 1 || isNaN(data22)) {
                            errors++;
                        }
                    }
                }
                if (data20.jump_host !== undefined) {
                    let data23 = data20.jump_host;
                    if (typeof data23 === 'string') {
                        if (func3(data23) > 300) {
                            errors++;
                        }
                        if (!pattern16.test(data23)) {
                            errors++;
                        }
                        if (!formats8(data23)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
            }
            else {
                errors++;
            }
        }
        if (data.max_call_sessions !== undefined) {
            let data24 = data.max_call_sessions;
            if (!(typeof data24 == 'number' && !(data24 % 1) && !isNaN(data24) && isFinite(data24))) {
                errors++;
            }
            if (typeof data24 == 'number' && isFinite(data24)) {
                if (data24 > 1000000 || isNaN(data24)) {
                    errors++;
                }
                if (data24 < 1 || isNaN(data24)) {
                    errors++;
                }
            }
        }
        if (data.max_rooms !== undefined) {
            let data25 = data.max_rooms;
            if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
                errors++;
            }
            if (typeof data25 == 'number' && isFinite(data25)) {
                if (data25 > 1000000 || isNaN(data25)) {
                    errors++;
                }
                if (data25 < 1 || isNaN(data25)) {
                    errors++;
                }
            }
        }
        if (data.max_participants !== undefined) {
            let data26 = data.max_participants;
            if (!(typeof data26 == 'number' && !(data26 % 1) && !isNaN(data26) && isFinite(data26))) {
                errors++;
            }
            if (typeof data26 == 'number' && isFinite(data26)) {
                if (data26 > 1000000 || isNaN(data26)) {
                    errors++;
                }
                if (data26 < 1 || isNaN(data26)) {
                    errors++;
                }
            }
        }
        if (data.chat_files !== undefined) {
            let data27 = data.chat_files;
            if (typeof data27 === 'string') {
                if (func3(data27) > 255) {
                    errors++;
                }
                if (!pattern3.test(data27)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.clickhouse_image !== undefined) {
            let data28 = data.clickhouse_image;
            if (typeof data28 === 'string') {
                if (func3(data28) > 255) {
                    errors++;
                }
                if (!pattern2.test(data28)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
    }
    else {
        errors++;
    }
    return errors === 0;
}
function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    /*# sourceURL="https://raw.githubusercontent.com/portsip-cluster/actions/v1/schema/cluster.schema.json" */ let errors = 0;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.version === undefined) {
            errors++;
        }
        if (data.name === undefined) {
            errors++;
        }
        if (data.image === undefined) {
            errors++;
        }
        if (data.pbx === undefined) {
            errors++;
        }
        if (data.servers === undefined) {
            errors++;
        }
        for (const key0 in data) {
            if (!fields2.has(key0)) {
                errors++;
            }
        }
        if (data.version !== undefined) {
            if (1 !== data.version) {
                errors++;
            }
        }
        if (data.extends !== undefined) {
            let data1 = data.extends;
            if (typeof data1 === 'string') {
                if (func3(data1) > 200) {
                    errors++;
                }
                if (!pattern0.test(data1)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.name !== undefined) {
            let data2 = data.name;
            if (typeof data2 === 'string') {
                if (func3(data2) > 63) {
                    errors++;
                }
                if (!pattern1.test(data2)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.image !== undefined) {
            let data3 = data.image;
            if (typeof data3 === 'string') {
                if (func3(data3) > 255) {
                    errors++;
                }
                if (!pattern2.test(data3)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.data_path !== undefined) {
            let data4 = data.data_path;
            if (typeof data4 === 'string') {
                if (func3(data4) > 255) {
                    errors++;
                }
                if (!pattern3.test(data4)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.scripts_path !== undefined) {
            let data5 = data.scripts_path;
            if (typeof data5 === 'string') {
                if (func3(data5) > 255) {
                    errors++;
                }
                if (!pattern3.test(data5)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.scripts !== undefined) {
            let data6 = data.scripts;
            if (typeof data6 === 'string') {
                if (func3(data6) > 200) {
                    errors++;
                }
                if (!pattern5.test(data6)) {
                    errors++;
                }
            }
            else {
                errors++;
            }
        }
        if (data.registry !== undefined) {
            let data7 = data.registry;
            if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
                if (data7.server === undefined) {
                    errors++;
                }
                if (data7.username === undefined) {
                    errors++;
                }
                for (const key1 in data7) {
                    if (!(key1 === 'server' || key1 === 'username')) {
                        errors++;
                    }
                }
                if (data7.server !== undefined) {
                    let data8 = data7.server;
                    if (typeof data8 === 'string') {
                        if (func3(data8) > 253) {
                            errors++;
                        }
                        if (!pattern6.test(data8)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data7.username !== undefined) {
                    let data9 = data7.username;
                    if (typeof data9 === 'string') {
                        if (func3(data9) > 255) {
                            errors++;
                        }
                        if (!pattern7.test(data9)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
            }
            else {
                errors++;
            }
        }
        if (data.prepare !== undefined) {
            let data10 = data.prepare;
            if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
                if (data10.docker === undefined) {
                    errors++;
                }
                for (const key2 in data10) {
                    if (!(key2 === 'docker' || key2 === 'reboot')) {
                        errors++;
                    }
                }
                if (data10.docker !== undefined) {
                    let data11 = data10.docker;
                    if (!(data11 === 'vendor' || data11 === 'distribution' || data11 === 'none')) {
                        errors++;
                    }
                }
                if (data10.reboot !== undefined) {
                    let data12 = data10.reboot;
                    if (!(data12 === 'never' || data12 === 'allowed')) {
                        errors++;
                    }
                }
            }
            else {
                errors++;
            }
        }
        if (data.pbx !== undefined) {
            let data13 = data.pbx;
            if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
                if (data13.private_ip === undefined) {
                    errors++;
                }
                for (const key3 in data13) {
                    if (!(key3 === 'private_ip' ||
                        key3 === 'api' ||
                        key3 === 'image' ||
                        key3 === 'version' ||
                        key3 === 'high_availability')) {
                        errors++;
                    }
                }
                if (data13.private_ip !== undefined) {
                    let data14 = data13.private_ip;
                    if (typeof data14 === 'string') {
                        if (func3(data14) > 45) {
                            errors++;
                        }
                        if (!pattern8.test(data14)) {
                            errors++;
                        }
                        if (!formats0(data14)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data13.api !== undefined) {
                    let data15 = data13.api;
                    if (typeof data15 === 'string') {
                        if (func3(data15) > 300) {
                            errors++;
                        }
                        if (!pattern9.test(data15)) {
                            errors++;
                        }
                        if (!formats2(data15)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data13.image !== undefined) {
                    let data16 = data13.image;
                    if (typeof data16 === 'string') {
                        if (func3(data16) > 255) {
                            errors++;
                        }
                        if (!pattern2.test(data16)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data13.version !== undefined) {
                    let data17 = data13.version;
                    if (typeof data17 === 'string') {
                        if (!pattern11.test(data17)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data13.high_availability !== undefined) {
                    let data18 = data13.high_availability;
                    if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
                        if (data18.control_node === undefined) {
                            errors++;
                        }
                        for (const key4 in data18) {
                            if (!(key4 === 'control_node' || key4 === 'nodes' || key4 === 'scripts_path')) {
                                errors++;
                            }
                        }
                        if (data18.control_node !== undefined) {
                            let data19 = data18.control_node;
                            if (typeof data19 === 'string') {
                                if (func3(data19) > 45) {
                                    errors++;
                                }
                                if (!pattern8.test(data19)) {
                                    errors++;
                                }
                                if (!formats0(data19)) {
                                    errors++;
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                        if (data18.nodes !== undefined) {
                            let data20 = data18.nodes;
                            if (Array.isArray(data20)) {
                                if (data20.length > 9) {
                                    errors++;
                                }
                                if (data20.length < 2) {
                                    errors++;
                                }
                                const len0 = data20.length;
                                for (let i0 = 0; i0 < len0; i0++) {
                                    let data21 = data20[i0];
                                    if (typeof data21 === 'string') {
                                        if (func3(data21) > 45) {
                                            errors++;
                                        }
                                        if (!pattern8.test(data21)) {
                                            errors++;
                                        }
                                        if (!formats0(data21)) {
                                            errors++;
                                        }
                                    }
                                    else {
                                        errors++;
                                    }
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                        if (data18.scripts_path !== undefined) {
                            let data22 = data18.scripts_path;
                            if (typeof data22 === 'string') {
                                if (func3(data22) > 255) {
                                    errors++;
                                }
                                if (!pattern3.test(data22)) {
                                    errors++;
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                    }
                    else {
                        errors++;
                    }
                }
            }
            else {
                errors++;
            }
        }
        if (data.ssh !== undefined) {
            let data23 = data.ssh;
            if (data23 && typeof data23 == 'object' && !Array.isArray(data23)) {
                for (const key5 in data23) {
                    if (!(key5 === 'user' || key5 === 'port' || key5 === 'jump_host')) {
                        errors++;
                    }
                }
                if (data23.user !== undefined) {
                    let data24 = data23.user;
                    if (typeof data24 === 'string') {
                        if (!pattern15.test(data24)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data23.port !== undefined) {
                    let data25 = data23.port;
                    if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
                        errors++;
                    }
                    if (typeof data25 == 'number' && isFinite(data25)) {
                        if (data25 > 65535 || isNaN(data25)) {
                            errors++;
                        }
                        if (data25 < 1 || isNaN(data25)) {
                            errors++;
                        }
                    }
                }
                if (data23.jump_host !== undefined) {
                    let data26 = data23.jump_host;
                    if (typeof data26 === 'string') {
                        if (func3(data26) > 300) {
                            errors++;
                        }
                        if (!pattern16.test(data26)) {
                            errors++;
                        }
                        if (!formats8(data26)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
            }
            else {
                errors++;
            }
        }
        if (data.cloud !== undefined) {
            let data27 = data.cloud;
            if (!(data27 === 'aws' || data27 === 'azure' || data27 === 'other')) {
                errors++;
            }
        }
        if (data.firewall !== undefined) {
            let data28 = data.firewall;
            if (data28 && typeof data28 == 'object' && !Array.isArray(data28)) {
                for (const key6 in data28) {
                    if (!(key6 === 'trust')) {
                        errors++;
                    }
                }
                if (data28.trust !== undefined) {
                    let data29 = data28.trust;
                    if (typeof data29 !== 'string' && !Array.isArray(data29)) {
                        errors++;
                    }
                    if (typeof data29 === 'string') {
                        if (!pattern17.test(data29)) {
                            errors++;
                        }
                    }
                    if (Array.isArray(data29)) {
                        if (data29.length > 256) {
                            errors++;
                        }
                        if (data29.length < 1) {
                            errors++;
                        }
                        const len1 = data29.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                            let data30 = data29[i1];
                            if (typeof data30 === 'string') {
                                if (func3(data30) > 49) {
                                    errors++;
                                }
                                if (!pattern18.test(data30)) {
                                    errors++;
                                }
                                if (!formats10(data30)) {
                                    errors++;
                                }
                            }
                            else {
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
                errors++;
            }
        }
        if (data.built_in_servers !== undefined) {
            let data31 = data.built_in_servers;
            if (!(data31 === 'disabled' || data31 === 'keep')) {
                errors++;
            }
        }
        if (data.unmanaged_servers !== undefined) {
            let data32 = data.unmanaged_servers;
            if (!(data32 === 'report' || data32 === 'remove')) {
                errors++;
            }
        }
        if (data.deploy !== undefined) {
            let data33 = data.deploy;
            if (data33 && typeof data33 == 'object' && !Array.isArray(data33)) {
                for (const key7 in data33) {
                    if (!(key7 === 'runner' || key7 === 'environment' || key7 === 'network' || key7 === 'wave')) {
                        errors++;
                    }
                }
                if (data33.runner !== undefined) {
                    let data34 = data33.runner;
                    if (typeof data34 !== 'string' && !Array.isArray(data34)) {
                        errors++;
                    }
                    if (typeof data34 === 'string') {
                        if (func3(data34) > 100) {
                            errors++;
                        }
                        if (!pattern19.test(data34)) {
                            errors++;
                        }
                    }
                    if (Array.isArray(data34)) {
                        if (data34.length > 20) {
                            errors++;
                        }
                        if (data34.length < 1) {
                            errors++;
                        }
                        const len2 = data34.length;
                        for (let i3 = 0; i3 < len2; i3++) {
                            let data35 = data34[i3];
                            if (typeof data35 === 'string') {
                                if (func3(data35) > 100) {
                                    errors++;
                                }
                                if (!pattern19.test(data35)) {
                                    errors++;
                                }
                            }
                            else {
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
                            errors++;
                        }
                        if (!pattern21.test(data36)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data33.network !== undefined) {
                    let data37 = data33.network;
                    if (typeof data37 === 'string') {
                        if (func3(data37) > 100) {
                            errors++;
                        }
                        if (!pattern22.test(data37)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data33.wave !== undefined) {
                    let data38 = data33.wave;
                    if (!(typeof data38 == 'number' && !(data38 % 1) && !isNaN(data38) && isFinite(data38))) {
                        errors++;
                    }
                    if (typeof data38 == 'number' && isFinite(data38)) {
                        if (data38 > 100 || isNaN(data38)) {
                            errors++;
                        }
                        if (data38 < 1 || isNaN(data38)) {
                            errors++;
                        }
                    }
                }
            }
            else {
                errors++;
            }
        }
        if (data.servers !== undefined) {
            let data39 = data.servers;
            if (Array.isArray(data39)) {
                if (data39.length > 5000) {
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
                        errors++;
                    }
                }
            }
            else {
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
                        errors++;
                    }
                }
                if (data41.web_domain !== undefined) {
                    let data42 = data41.web_domain;
                    if (typeof data42 === 'string') {
                        if (func3(data42) > 253) {
                            errors++;
                        }
                        if (!pattern32.test(data42)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data41.http_port !== undefined) {
                    let data43 = data41.http_port;
                    if (!(typeof data43 == 'number' && !(data43 % 1) && !isNaN(data43) && isFinite(data43))) {
                        errors++;
                    }
                    if (typeof data43 == 'number' && isFinite(data43)) {
                        if (data43 > 65535 || isNaN(data43)) {
                            errors++;
                        }
                        if (data43 < 1 || isNaN(data43)) {
                            errors++;
                        }
                    }
                }
                if (data41.https_port !== undefined) {
                    let data44 = data41.https_port;
                    if (!(typeof data44 == 'number' && !(data44 % 1) && !isNaN(data44) && isFinite(data44))) {
                        errors++;
                    }
                    if (typeof data44 == 'number' && isFinite(data44)) {
                        if (data44 > 65535 || isNaN(data44)) {
                            errors++;
                        }
                        if (data44 < 1 || isNaN(data44)) {
                            errors++;
                        }
                    }
                }
                if (data41.transports !== undefined) {
                    let data45 = data41.transports;
                    if (Array.isArray(data45)) {
                        if (data45.length > 16) {
                            errors++;
                        }
                        if (data45.length < 1) {
                            errors++;
                        }
                        const len4 = data45.length;
                        for (let i6 = 0; i6 < len4; i6++) {
                            let data46 = data45[i6];
                            if (data46 && typeof data46 == 'object' && !Array.isArray(data46)) {
                                if (data46.protocol === undefined) {
                                    errors++;
                                }
                                if (data46.port === undefined) {
                                    errors++;
                                }
                                for (const key9 in data46) {
                                    if (!(key9 === 'protocol' || key9 === 'port')) {
                                        errors++;
                                    }
                                }
                                if (data46.protocol !== undefined) {
                                    let data47 = data46.protocol;
                                    if (!(data47 === 'UDP' || data47 === 'TCP' || data47 === 'TLS')) {
                                        errors++;
                                    }
                                }
                                if (data46.port !== undefined) {
                                    let data48 = data46.port;
                                    if (!(typeof data48 == 'number' && !(data48 % 1) && !isNaN(data48) && isFinite(data48))) {
                                        errors++;
                                    }
                                    if (typeof data48 == 'number' && isFinite(data48)) {
                                        if (data48 > 65535 || isNaN(data48)) {
                                            errors++;
                                        }
                                        if (data48 < 1 || isNaN(data48)) {
                                            errors++;
                                        }
                                    }
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data41.drain !== undefined) {
                    let data49 = data41.drain;
                    if (data49 && typeof data49 == 'object' && !Array.isArray(data49)) {
                        for (const key10 in data49) {
                            if (!(key10 === 'command' || key10 === 'pause' || key10 === 'grace')) {
                                errors++;
                            }
                        }
                        if (data49.command !== undefined) {
                            let data50 = data49.command;
                            if (typeof data50 === 'string') {
                                if (func3(data50) > 255) {
                                    errors++;
                                }
                                if (!pattern3.test(data50)) {
                                    errors++;
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                        if (data49.pause !== undefined) {
                            let data51 = data49.pause;
                            if (typeof data51 === 'string') {
                                if (func3(data51) > 16) {
                                    errors++;
                                }
                                if (!pattern34.test(data51)) {
                                    errors++;
                                }
                                if (!formats18(data51)) {
                                    errors++;
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                        if (data49.grace !== undefined) {
                            let data52 = data49.grace;
                            if (typeof data52 === 'string') {
                                if (func3(data52) > 16) {
                                    errors++;
                                }
                                if (!pattern34.test(data52)) {
                                    errors++;
                                }
                                if (!formats18(data52)) {
                                    errors++;
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                    }
                    else {
                        errors++;
                    }
                }
            }
            else {
                errors++;
            }
        }
        if (data.backup !== undefined) {
            let data53 = data.backup;
            if (data53 && typeof data53 == 'object' && !Array.isArray(data53)) {
                for (const key11 in data53) {
                    if (!(key11 === 'max_age' || key11 === 'folder' || key11 === 'command')) {
                        errors++;
                    }
                }
                if (data53.max_age !== undefined) {
                    let data54 = data53.max_age;
                    if (typeof data54 === 'string') {
                        if (func3(data54) > 16) {
                            errors++;
                        }
                        if (!pattern36.test(data54)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data53.folder !== undefined) {
                    let data55 = data53.folder;
                    if (typeof data55 === 'string') {
                        if (func3(data55) > 255) {
                            errors++;
                        }
                        if (!pattern3.test(data55)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data53.command !== undefined) {
                    let data56 = data53.command;
                    if (Array.isArray(data56)) {
                        if (data56.length > 16) {
                            errors++;
                        }
                        if (data56.length < 1) {
                            errors++;
                        }
                        const len5 = data56.length;
                        for (let i7 = 0; i7 < len5; i7++) {
                            let data57 = data56[i7];
                            if (typeof data57 === 'string') {
                                if (func3(data57) > 255) {
                                    errors++;
                                }
                                if (!pattern38.test(data57)) {
                                    errors++;
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                    }
                    else {
                        errors++;
                    }
                }
            }
            else {
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
                        errors++;
                    }
                }
                if (data58.max_unavailable !== undefined) {
                    let data59 = data58.max_unavailable;
                    if (!(typeof data59 == 'number' && !(data59 % 1) && !isNaN(data59) && isFinite(data59))) {
                        errors++;
                    }
                    if (typeof data59 == 'number' && isFinite(data59)) {
                        if (data59 > 100 || isNaN(data59)) {
                            errors++;
                        }
                        if (data59 < 1 || isNaN(data59)) {
                            errors++;
                        }
                    }
                }
                if (data58.drain_timeout !== undefined) {
                    let data60 = data58.drain_timeout;
                    if (typeof data60 === 'string') {
                        if (func3(data60) > 16) {
                            errors++;
                        }
                        if (!pattern34.test(data60)) {
                            errors++;
                        }
                        if (!formats18(data60)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data58.start_timeout !== undefined) {
                    let data61 = data58.start_timeout;
                    if (typeof data61 === 'string') {
                        if (func3(data61) > 16) {
                            errors++;
                        }
                        if (!pattern34.test(data61)) {
                            errors++;
                        }
                        if (!formats18(data61)) {
                            errors++;
                        }
                    }
                    else {
                        errors++;
                    }
                }
                if (data58.on_drain_timeout !== undefined) {
                    let data62 = data58.on_drain_timeout;
                    if (!(data62 === 'fail' || data62 === 'force')) {
                        errors++;
                    }
                }
                if (data58.after_scale_out !== undefined) {
                    let data63 = data58.after_scale_out;
                    if (!(data63 === 'all' || data63 === 'load-balancer' || data63 === 'none')) {
                        errors++;
                    }
                }
                if (data58.window !== undefined) {
                    let data64 = data58.window;
                    if (data64 && typeof data64 == 'object' && !Array.isArray(data64)) {
                        if (data64.days === undefined) {
                            errors++;
                        }
                        if (data64.from === undefined) {
                            errors++;
                        }
                        if (data64.to === undefined) {
                            errors++;
                        }
                        if (data64.timezone === undefined) {
                            errors++;
                        }
                        for (const key13 in data64) {
                            if (!(key13 === 'days' || key13 === 'from' || key13 === 'to' || key13 === 'timezone')) {
                                errors++;
                            }
                        }
                        if (data64.days !== undefined) {
                            let data65 = data64.days;
                            if (Array.isArray(data65)) {
                                if (data65.length < 1) {
                                    errors++;
                                }
                                const len6 = data65.length;
                                for (let i8 = 0; i8 < len6; i8++) {
                                    let data66 = data65[i8];
                                    if (typeof data66 !== 'string') {
                                        errors++;
                                    }
                                    if (!(data66 === 'mon' ||
                                        data66 === 'tue' ||
                                        data66 === 'wed' ||
                                        data66 === 'thu' ||
                                        data66 === 'fri' ||
                                        data66 === 'sat' ||
                                        data66 === 'sun')) {
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
                                            errors++;
                                            break;
                                        }
                                        indices2[item2] = i9;
                                    }
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                        if (data64.from !== undefined) {
                            let data67 = data64.from;
                            if (typeof data67 === 'string') {
                                if (!pattern41.test(data67)) {
                                    errors++;
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                        if (data64.to !== undefined) {
                            let data68 = data64.to;
                            if (typeof data68 === 'string') {
                                if (!pattern41.test(data68)) {
                                    errors++;
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                        if (data64.timezone !== undefined) {
                            let data69 = data64.timezone;
                            if (typeof data69 === 'string') {
                                if (func3(data69) > 64) {
                                    errors++;
                                }
                                if (!pattern43.test(data69)) {
                                    errors++;
                                }
                            }
                            else {
                                errors++;
                            }
                        }
                    }
                    else {
                        errors++;
                    }
                }
            }
            else {
                errors++;
            }
        }
    }
    else {
        errors++;
    }
    return errors === 0;
}

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(913);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cluster-is-valid.js.map
