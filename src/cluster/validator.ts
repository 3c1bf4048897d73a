// @ts-nocheck
// Made by scripts/validator.mjs from schema/cluster.schema.json: npm run generate
import ucs2length from 'ajv/dist/runtime/ucs2length';
import schema from '../../schema/cluster.schema.json';
import { formats } from './formats';

export default validate10;
const schema11 = schema;
const schema12 = schema['definitions']['image'];
const schema13 = schema['definitions']['path'];
const schema15 = schema['definitions']['ip'];
const schema19 = schema['definitions']['ssh'];
const schema28 = schema['definitions']['time'];
const func2 = Object.prototype.hasOwnProperty;
const func3 = ucs2length;
const pattern0 = new RegExp('^[a-z0-9]([a-z0-9-]*[a-z0-9])?$', 'u');
const pattern1 = new RegExp(
  '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
  'u',
);
const pattern2 = new RegExp('^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$', 'u');
const pattern4 = new RegExp(
  '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
  'u',
);
const pattern5 = new RegExp(
  '^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$',
  'u',
);
const pattern9 = new RegExp('^[A-Za-z_][A-Za-z0-9_.-]{0,31}$', 'u');
const pattern10 = new RegExp(
  '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
  'u',
);
const pattern11 = new RegExp('^servers$', 'u');
const pattern12 = new RegExp(
  '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$',
  'u',
);
const pattern22 = new RegExp('^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$', 'u');
const pattern23 = new RegExp('^([01][0-9]|2[0-3]):[0-5][0-9]$', 'u');
const pattern25 = new RegExp('^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$', 'u');
const formats0 = formats.ip;
const formats2 = formats['pbx-api'];
const formats6 = formats['jump-host'];
const formats8 = formats.cidr;
const formats16 = formats['duration-hms'];
const schema20 = schema['definitions']['server'];
const pattern13 = new RegExp('^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$', 'u');

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
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.role !== undefined) {
        let data0 = data.role;
        if (!(data0 === 'queue' || data0 === 'meeting' || data0 === 'ivr' || data0 === 'im' || data0 === 'dataflow')) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
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
    } else {
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
          parentSchema: schema20.allOf[0].then.properties.max_call_sessions,
          data: data.max_call_sessions,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
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
      schema: schema20.allOf[0].if,
      parentSchema: schema20.allOf[0],
      data,
    };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
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
      } else {
        vErrors.push(err4);
      }
      errors++;
    } else {
      if (data.role !== undefined) {
        let data2 = data.role;
        if (!(data2 === 'media' || data2 === 'queue' || data2 === 'ivr' || data2 === 'im' || data2 === 'dataflow')) {
          const err5 = {};
          if (vErrors === null) {
            vErrors = [err5];
          } else {
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
    } else {
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
          parentSchema: schema20.allOf[1].then.properties.max_rooms,
          data: data.max_rooms,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
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
          parentSchema: schema20.allOf[1].then.properties.max_participants,
          data: data.max_participants,
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
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
      schema: schema20.allOf[1].if,
      parentSchema: schema20.allOf[1],
      data,
    };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
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
      } else {
        vErrors.push(err9);
      }
      errors++;
    } else {
      if (data.role !== undefined) {
        let data5 = data.role;
        if (!(
          data5 === 'media' ||
          data5 === 'queue' ||
          data5 === 'meeting' ||
          data5 === 'ivr' ||
          data5 === 'dataflow'
        )) {
          const err10 = {};
          if (vErrors === null) {
            vErrors = [err10];
          } else {
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
    } else {
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
          parentSchema: schema20.allOf[2].then.properties.chat_files,
          data: data.chat_files,
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
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
      schema: schema20.allOf[2].if,
      parentSchema: schema20.allOf[2],
      data,
    };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
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
      } else {
        vErrors.push(err13);
      }
      errors++;
    } else {
      if (data.role !== undefined) {
        let data7 = data.role;
        if (!(data7 === 'media' || data7 === 'queue' || data7 === 'meeting' || data7 === 'ivr' || data7 === 'im')) {
          const err14 = {};
          if (vErrors === null) {
            vErrors = [err14];
          } else {
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
    } else {
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
          parentSchema: schema20.allOf[3].then.properties.clickhouse_image,
          data: data.clickhouse_image,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
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
      schema: schema20.allOf[3].if,
      parentSchema: schema20.allOf[3],
      data,
    };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
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
      } else {
        vErrors.push(err17);
      }
      errors++;
    } else {
      if (data.role !== undefined) {
        let data9 = data.role;
        if (!(data9 === 'queue' || data9 === 'meeting' || data9 === 'ivr')) {
          const err18 = {};
          if (vErrors === null) {
            vErrors = [err18];
          } else {
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
    } else {
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
          parentSchema: schema20.allOf[4].then.properties.public_ip,
          data: data.public_ip,
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
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
      schema: schema20.allOf[4].if,
      parentSchema: schema20.allOf[4],
      data,
    };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
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
      } else {
        vErrors.push(err21);
      }
      errors++;
    } else {
      if (data.role !== undefined) {
        let data11 = data.role;
        if (!(data11 === 'media' || data11 === 'queue' || data11 === 'meeting' || data11 === 'ivr')) {
          const err22 = {};
          if (vErrors === null) {
            vErrors = [err22];
          } else {
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
    } else {
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
          schema: schema20.allOf[5].then.required,
          parentSchema: schema20.allOf[5].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
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
      schema: schema20.allOf[5].if,
      parentSchema: schema20.allOf[5],
      data,
    };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
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
      } else {
        vErrors.push(err25);
      }
      errors++;
    } else {
      if (data.role !== undefined) {
        let data12 = data.role;
        if (!(data12 === 'im' || data12 === 'dataflow')) {
          const err26 = {};
          if (vErrors === null) {
            vErrors = [err26];
          } else {
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
    } else {
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
          schema: schema20.allOf[6].then.anyOf[0].required,
          parentSchema: schema20.allOf[6].then.anyOf[0],
          data,
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
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
            schema: schema20.allOf[6].then.anyOf[1].required,
            parentSchema: schema20.allOf[6].then.anyOf[1],
            data,
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
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
        schema: schema20.allOf[6].then.anyOf,
        parentSchema: schema20.allOf[6].then,
        data,
      };
      if (vErrors === null) {
        vErrors = [err29];
      } else {
        vErrors.push(err29);
      }
      errors++;
    } else {
      errors = _errs36;
      if (vErrors !== null) {
        if (_errs36) {
          vErrors.length = _errs36;
        } else {
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
      schema: schema20.allOf[6].if,
      parentSchema: schema20.allOf[6],
      data,
    };
    if (vErrors === null) {
      vErrors = [err30];
    } else {
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
        schema: schema20.required,
        parentSchema: schema20,
        data,
      };
      if (vErrors === null) {
        vErrors = [err31];
      } else {
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
        schema: schema20.required,
        parentSchema: schema20,
        data,
      };
      if (vErrors === null) {
        vErrors = [err32];
      } else {
        vErrors.push(err32);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema20.properties, key0)) {
        const err33 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          message: 'must NOT have additional properties',
          schema: false,
          parentSchema: schema20,
          data,
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data13 = data.name;
      if (typeof data13 === 'string') {
        if (!pattern13.test(data13)) {
          const err34 = {
            instancePath: instancePath + '/name',
            schemaPath: '#/properties/name/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' + '"',
            schema: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
            parentSchema: schema20.properties.name,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      } else {
        const err35 = {
          instancePath: instancePath + '/name',
          schemaPath: '#/properties/name/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema20.properties.name.type,
          parentSchema: schema20.properties.name,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.role !== undefined) {
      let data14 = data.role;
      if (!(
        data14 === 'media' ||
        data14 === 'queue' ||
        data14 === 'meeting' ||
        data14 === 'ivr' ||
        data14 === 'im' ||
        data14 === 'dataflow'
      )) {
        const err36 = {
          instancePath: instancePath + '/role',
          schemaPath: '#/properties/role/enum',
          keyword: 'enum',
          params: { allowedValues: schema20.properties.role.enum },
          message: 'must be equal to one of the allowed values',
          schema: schema20.properties.role.enum,
          parentSchema: schema20.properties.role,
          data: data14,
        };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
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
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        if (!pattern4.test(data15)) {
          const err38 = {
            instancePath: instancePath + '/private_ip',
            schemaPath: '#/definitions/ip/pattern',
            keyword: 'pattern',
            params: {
              pattern:
                '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
            },
            message:
              'must match pattern "' +
              '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
              '"',
            schema:
              '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
            parentSchema: schema15,
            data: data15,
          };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
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
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
      } else {
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
        } else {
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
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        if (!pattern4.test(data16)) {
          const err42 = {
            instancePath: instancePath + '/public_ip',
            schemaPath: '#/definitions/ip/pattern',
            keyword: 'pattern',
            params: {
              pattern:
                '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
            },
            message:
              'must match pattern "' +
              '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
              '"',
            schema:
              '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
            parentSchema: schema15,
            data: data16,
          };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
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
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      } else {
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
        } else {
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
          schema: schema20.properties.enabled.type,
          parentSchema: schema20.properties.enabled,
          data: data17,
        };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
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
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
        if (!pattern1.test(data18)) {
          const err47 = {
            instancePath: instancePath + '/image',
            schemaPath: '#/definitions/image/pattern',
            keyword: 'pattern',
            params: {
              pattern:
                '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
            },
            message:
              'must match pattern "' +
              '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
              '"',
            schema:
              '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
            parentSchema: schema12,
            data: data18,
          };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
      } else {
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
        } else {
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
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
        if (!pattern2.test(data19)) {
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
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
      } else {
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
        } else {
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
              parentSchema: schema19,
              data: data20,
            };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
        }
        if (data20.user !== undefined) {
          let data21 = data20.user;
          if (typeof data21 === 'string') {
            if (!pattern9.test(data21)) {
              const err53 = {
                instancePath: instancePath + '/ssh/user',
                schemaPath: '#/definitions/ssh/properties/user/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' },
                message: 'must match pattern "' + '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' + '"',
                schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$',
                parentSchema: schema19.properties.user,
                data: data21,
              };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
          } else {
            const err54 = {
              instancePath: instancePath + '/ssh/user',
              schemaPath: '#/definitions/ssh/properties/user/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema19.properties.user.type,
              parentSchema: schema19.properties.user,
              data: data21,
            };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
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
              schema: schema19.properties.port.type,
              parentSchema: schema19.properties.port,
              data: data22,
            };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
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
                parentSchema: schema19.properties.port,
                data: data22,
              };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
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
                parentSchema: schema19.properties.port,
                data: data22,
              };
              if (vErrors === null) {
                vErrors = [err57];
              } else {
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
                parentSchema: schema19.properties.jump_host,
                data: data23,
              };
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
            if (!pattern10.test(data23)) {
              const err59 = {
                instancePath: instancePath + '/ssh/jump_host',
                schemaPath: '#/definitions/ssh/properties/jump_host/pattern',
                keyword: 'pattern',
                params: {
                  pattern:
                    '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                },
                message:
                  'must match pattern "' +
                  '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$' +
                  '"',
                schema:
                  '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                parentSchema: schema19.properties.jump_host,
                data: data23,
              };
              if (vErrors === null) {
                vErrors = [err59];
              } else {
                vErrors.push(err59);
              }
              errors++;
            }
            if (!formats6(data23)) {
              const err60 = {
                instancePath: instancePath + '/ssh/jump_host',
                schemaPath: '#/definitions/ssh/properties/jump_host/format',
                keyword: 'format',
                params: { format: 'jump-host' },
                message: 'must match format "' + 'jump-host' + '"',
                schema: 'jump-host',
                parentSchema: schema19.properties.jump_host,
                data: data23,
              };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
          } else {
            const err61 = {
              instancePath: instancePath + '/ssh/jump_host',
              schemaPath: '#/definitions/ssh/properties/jump_host/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema19.properties.jump_host.type,
              parentSchema: schema19.properties.jump_host,
              data: data23,
            };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
      } else {
        const err62 = {
          instancePath: instancePath + '/ssh',
          schemaPath: '#/definitions/ssh/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema19.type,
          parentSchema: schema19,
          data: data20,
        };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
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
          schema: schema20.properties.max_call_sessions.type,
          parentSchema: schema20.properties.max_call_sessions,
          data: data24,
        };
        if (vErrors === null) {
          vErrors = [err63];
        } else {
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
            parentSchema: schema20.properties.max_call_sessions,
            data: data24,
          };
          if (vErrors === null) {
            vErrors = [err64];
          } else {
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
            parentSchema: schema20.properties.max_call_sessions,
            data: data24,
          };
          if (vErrors === null) {
            vErrors = [err65];
          } else {
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
          schema: schema20.properties.max_rooms.type,
          parentSchema: schema20.properties.max_rooms,
          data: data25,
        };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
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
            parentSchema: schema20.properties.max_rooms,
            data: data25,
          };
          if (vErrors === null) {
            vErrors = [err67];
          } else {
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
            parentSchema: schema20.properties.max_rooms,
            data: data25,
          };
          if (vErrors === null) {
            vErrors = [err68];
          } else {
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
          schema: schema20.properties.max_participants.type,
          parentSchema: schema20.properties.max_participants,
          data: data26,
        };
        if (vErrors === null) {
          vErrors = [err69];
        } else {
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
            parentSchema: schema20.properties.max_participants,
            data: data26,
          };
          if (vErrors === null) {
            vErrors = [err70];
          } else {
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
            parentSchema: schema20.properties.max_participants,
            data: data26,
          };
          if (vErrors === null) {
            vErrors = [err71];
          } else {
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
          } else {
            vErrors.push(err72);
          }
          errors++;
        }
        if (!pattern2.test(data27)) {
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
          } else {
            vErrors.push(err73);
          }
          errors++;
        }
      } else {
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
        } else {
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
          } else {
            vErrors.push(err75);
          }
          errors++;
        }
        if (!pattern1.test(data28)) {
          const err76 = {
            instancePath: instancePath + '/clickhouse_image',
            schemaPath: '#/definitions/image/pattern',
            keyword: 'pattern',
            params: {
              pattern:
                '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
            },
            message:
              'must match pattern "' +
              '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
              '"',
            schema:
              '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
            parentSchema: schema12,
            data: data28,
          };
          if (vErrors === null) {
            vErrors = [err76];
          } else {
            vErrors.push(err76);
          }
          errors++;
        }
      } else {
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
        } else {
          vErrors.push(err77);
        }
        errors++;
      }
    }
  } else {
    const err78 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
      schema: schema20.type,
      parentSchema: schema20,
      data,
    };
    if (vErrors === null) {
      vErrors = [err78];
    } else {
      vErrors.push(err78);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}

function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="https://raw.githubusercontent.com/portsip-cluster/actions/v1/schema/cluster.schema.json" */ let vErrors =
    null;
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
      } else {
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
      } else {
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
      } else {
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
      } else {
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
      } else {
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
        } else {
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
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data1 = data.name;
      if (typeof data1 === 'string') {
        if (func3(data1) > 63) {
          const err7 = {
            instancePath: instancePath + '/name',
            schemaPath: '#/properties/name/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
            message: 'must NOT have more than 63 characters',
            schema: 63,
            parentSchema: schema11.properties.name,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (!pattern0.test(data1)) {
          const err8 = {
            instancePath: instancePath + '/name',
            schemaPath: '#/properties/name/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$' },
            message: 'must match pattern "' + '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$' + '"',
            schema: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
            parentSchema: schema11.properties.name,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = {
          instancePath: instancePath + '/name',
          schemaPath: '#/properties/name/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema11.properties.name.type,
          parentSchema: schema11.properties.name,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.image !== undefined) {
      let data2 = data.image;
      if (typeof data2 === 'string') {
        if (func3(data2) > 255) {
          const err10 = {
            instancePath: instancePath + '/image',
            schemaPath: '#/definitions/image/maxLength',
            keyword: 'maxLength',
            params: { limit: 255 },
            message: 'must NOT have more than 255 characters',
            schema: 255,
            parentSchema: schema12,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (!pattern1.test(data2)) {
          const err11 = {
            instancePath: instancePath + '/image',
            schemaPath: '#/definitions/image/pattern',
            keyword: 'pattern',
            params: {
              pattern:
                '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
            },
            message:
              'must match pattern "' +
              '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
              '"',
            schema:
              '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
            parentSchema: schema12,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/image',
          schemaPath: '#/definitions/image/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema12.type,
          parentSchema: schema12,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.data_path !== undefined) {
      let data3 = data.data_path;
      if (typeof data3 === 'string') {
        if (func3(data3) > 255) {
          const err13 = {
            instancePath: instancePath + '/data_path',
            schemaPath: '#/definitions/path/maxLength',
            keyword: 'maxLength',
            params: { limit: 255 },
            message: 'must NOT have more than 255 characters',
            schema: 255,
            parentSchema: schema13,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (!pattern2.test(data3)) {
          const err14 = {
            instancePath: instancePath + '/data_path',
            schemaPath: '#/definitions/path/pattern',
            keyword: 'pattern',
            params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
            message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
            schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
            parentSchema: schema13,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = {
          instancePath: instancePath + '/data_path',
          schemaPath: '#/definitions/path/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema13.type,
          parentSchema: schema13,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.scripts_path !== undefined) {
      let data4 = data.scripts_path;
      if (typeof data4 === 'string') {
        if (func3(data4) > 255) {
          const err16 = {
            instancePath: instancePath + '/scripts_path',
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
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (!pattern2.test(data4)) {
          const err17 = {
            instancePath: instancePath + '/scripts_path',
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
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = {
          instancePath: instancePath + '/scripts_path',
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
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.pbx !== undefined) {
      let data5 = data.pbx;
      if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
        if (data5.private_ip === undefined) {
          const err19 = {
            instancePath: instancePath + '/pbx',
            schemaPath: '#/properties/pbx/required',
            keyword: 'required',
            params: { missingProperty: 'private_ip' },
            message: "must have required property '" + 'private_ip' + "'",
            schema: schema11.properties.pbx.required,
            parentSchema: schema11.properties.pbx,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        for (const key1 in data5) {
          if (!(key1 === 'private_ip' || key1 === 'api' || key1 === 'image' || key1 === 'high_availability')) {
            const err20 = {
              instancePath: instancePath + '/pbx',
              schemaPath: '#/properties/pbx/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema11.properties.pbx,
              data: data5,
            };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data5.private_ip !== undefined) {
          let data6 = data5.private_ip;
          if (typeof data6 === 'string') {
            if (func3(data6) > 45) {
              const err21 = {
                instancePath: instancePath + '/pbx/private_ip',
                schemaPath: '#/definitions/ip/maxLength',
                keyword: 'maxLength',
                params: { limit: 45 },
                message: 'must NOT have more than 45 characters',
                schema: 45,
                parentSchema: schema15,
                data: data6,
              };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (!pattern4.test(data6)) {
              const err22 = {
                instancePath: instancePath + '/pbx/private_ip',
                schemaPath: '#/definitions/ip/pattern',
                keyword: 'pattern',
                params: {
                  pattern:
                    '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                },
                message:
                  'must match pattern "' +
                  '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                  '"',
                schema:
                  '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                parentSchema: schema15,
                data: data6,
              };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (!formats0(data6)) {
              const err23 = {
                instancePath: instancePath + '/pbx/private_ip',
                schemaPath: '#/definitions/ip/format',
                keyword: 'format',
                params: { format: 'ip' },
                message: 'must match format "' + 'ip' + '"',
                schema: 'ip',
                parentSchema: schema15,
                data: data6,
              };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = {
              instancePath: instancePath + '/pbx/private_ip',
              schemaPath: '#/definitions/ip/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema15.type,
              parentSchema: schema15,
              data: data6,
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data5.api !== undefined) {
          let data7 = data5.api;
          if (typeof data7 === 'string') {
            if (func3(data7) > 300) {
              const err25 = {
                instancePath: instancePath + '/pbx/api',
                schemaPath: '#/properties/pbx/properties/api/maxLength',
                keyword: 'maxLength',
                params: { limit: 300 },
                message: 'must NOT have more than 300 characters',
                schema: 300,
                parentSchema: schema11.properties.pbx.properties.api,
                data: data7,
              };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            if (!pattern5.test(data7)) {
              const err26 = {
                instancePath: instancePath + '/pbx/api',
                schemaPath: '#/properties/pbx/properties/api/pattern',
                keyword: 'pattern',
                params: {
                  pattern: '^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$',
                },
                message:
                  'must match pattern "' +
                  '^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$' +
                  '"',
                schema: '^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$',
                parentSchema: schema11.properties.pbx.properties.api,
                data: data7,
              };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (!formats2(data7)) {
              const err27 = {
                instancePath: instancePath + '/pbx/api',
                schemaPath: '#/properties/pbx/properties/api/format',
                keyword: 'format',
                params: { format: 'pbx-api' },
                message: 'must match format "' + 'pbx-api' + '"',
                schema: 'pbx-api',
                parentSchema: schema11.properties.pbx.properties.api,
                data: data7,
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = {
              instancePath: instancePath + '/pbx/api',
              schemaPath: '#/properties/pbx/properties/api/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema11.properties.pbx.properties.api.type,
              parentSchema: schema11.properties.pbx.properties.api,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data5.image !== undefined) {
          let data8 = data5.image;
          if (typeof data8 === 'string') {
            if (func3(data8) > 255) {
              const err29 = {
                instancePath: instancePath + '/pbx/image',
                schemaPath: '#/definitions/image/maxLength',
                keyword: 'maxLength',
                params: { limit: 255 },
                message: 'must NOT have more than 255 characters',
                schema: 255,
                parentSchema: schema12,
                data: data8,
              };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (!pattern1.test(data8)) {
              const err30 = {
                instancePath: instancePath + '/pbx/image',
                schemaPath: '#/definitions/image/pattern',
                keyword: 'pattern',
                params: {
                  pattern:
                    '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                },
                message:
                  'must match pattern "' +
                  '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
                  '"',
                schema:
                  '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                parentSchema: schema12,
                data: data8,
              };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = {
              instancePath: instancePath + '/pbx/image',
              schemaPath: '#/definitions/image/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema12.type,
              parentSchema: schema12,
              data: data8,
            };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data5.high_availability !== undefined) {
          let data9 = data5.high_availability;
          if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
            if (data9.control_node === undefined) {
              const err32 = {
                instancePath: instancePath + '/pbx/high_availability',
                schemaPath: '#/properties/pbx/properties/high_availability/required',
                keyword: 'required',
                params: { missingProperty: 'control_node' },
                message: "must have required property '" + 'control_node' + "'",
                schema: schema11.properties.pbx.properties.high_availability.required,
                parentSchema: schema11.properties.pbx.properties.high_availability,
                data: data9,
              };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            for (const key2 in data9) {
              if (!(key2 === 'control_node' || key2 === 'scripts_path')) {
                const err33 = {
                  instancePath: instancePath + '/pbx/high_availability',
                  schemaPath: '#/properties/pbx/properties/high_availability/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key2 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema11.properties.pbx.properties.high_availability,
                  data: data9,
                };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data9.control_node !== undefined) {
              let data10 = data9.control_node;
              if (typeof data10 === 'string') {
                if (func3(data10) > 45) {
                  const err34 = {
                    instancePath: instancePath + '/pbx/high_availability/control_node',
                    schemaPath: '#/definitions/ip/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 45 },
                    message: 'must NOT have more than 45 characters',
                    schema: 45,
                    parentSchema: schema15,
                    data: data10,
                  };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
                if (!pattern4.test(data10)) {
                  const err35 = {
                    instancePath: instancePath + '/pbx/high_availability/control_node',
                    schemaPath: '#/definitions/ip/pattern',
                    keyword: 'pattern',
                    params: {
                      pattern:
                        '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                    },
                    message:
                      'must match pattern "' +
                      '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                      '"',
                    schema:
                      '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                    parentSchema: schema15,
                    data: data10,
                  };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
                if (!formats0(data10)) {
                  const err36 = {
                    instancePath: instancePath + '/pbx/high_availability/control_node',
                    schemaPath: '#/definitions/ip/format',
                    keyword: 'format',
                    params: { format: 'ip' },
                    message: 'must match format "' + 'ip' + '"',
                    schema: 'ip',
                    parentSchema: schema15,
                    data: data10,
                  };
                  if (vErrors === null) {
                    vErrors = [err36];
                  } else {
                    vErrors.push(err36);
                  }
                  errors++;
                }
              } else {
                const err37 = {
                  instancePath: instancePath + '/pbx/high_availability/control_node',
                  schemaPath: '#/definitions/ip/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema15.type,
                  parentSchema: schema15,
                  data: data10,
                };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data9.scripts_path !== undefined) {
              let data11 = data9.scripts_path;
              if (typeof data11 === 'string') {
                if (func3(data11) > 255) {
                  const err38 = {
                    instancePath: instancePath + '/pbx/high_availability/scripts_path',
                    schemaPath: '#/definitions/path/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 255 },
                    message: 'must NOT have more than 255 characters',
                    schema: 255,
                    parentSchema: schema13,
                    data: data11,
                  };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
                if (!pattern2.test(data11)) {
                  const err39 = {
                    instancePath: instancePath + '/pbx/high_availability/scripts_path',
                    schemaPath: '#/definitions/path/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                    message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                    schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                    parentSchema: schema13,
                    data: data11,
                  };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
              } else {
                const err40 = {
                  instancePath: instancePath + '/pbx/high_availability/scripts_path',
                  schemaPath: '#/definitions/path/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema13.type,
                  parentSchema: schema13,
                  data: data11,
                };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
          } else {
            const err41 = {
              instancePath: instancePath + '/pbx/high_availability',
              schemaPath: '#/properties/pbx/properties/high_availability/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema11.properties.pbx.properties.high_availability.type,
              parentSchema: schema11.properties.pbx.properties.high_availability,
              data: data9,
            };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
      } else {
        const err42 = {
          instancePath: instancePath + '/pbx',
          schemaPath: '#/properties/pbx/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema11.properties.pbx.type,
          parentSchema: schema11.properties.pbx,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.ssh !== undefined) {
      let data12 = data.ssh;
      if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
        for (const key3 in data12) {
          if (!(key3 === 'user' || key3 === 'port' || key3 === 'jump_host')) {
            const err43 = {
              instancePath: instancePath + '/ssh',
              schemaPath: '#/definitions/ssh/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key3 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema19,
              data: data12,
            };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
        if (data12.user !== undefined) {
          let data13 = data12.user;
          if (typeof data13 === 'string') {
            if (!pattern9.test(data13)) {
              const err44 = {
                instancePath: instancePath + '/ssh/user',
                schemaPath: '#/definitions/ssh/properties/user/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' },
                message: 'must match pattern "' + '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' + '"',
                schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$',
                parentSchema: schema19.properties.user,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          } else {
            const err45 = {
              instancePath: instancePath + '/ssh/user',
              schemaPath: '#/definitions/ssh/properties/user/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema19.properties.user.type,
              parentSchema: schema19.properties.user,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
        if (data12.port !== undefined) {
          let data14 = data12.port;
          if (!(typeof data14 == 'number' && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
            const err46 = {
              instancePath: instancePath + '/ssh/port',
              schemaPath: '#/definitions/ssh/properties/port/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
              schema: schema19.properties.port.type,
              parentSchema: schema19.properties.port,
              data: data14,
            };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
          if (typeof data14 == 'number' && isFinite(data14)) {
            if (data14 > 65535 || isNaN(data14)) {
              const err47 = {
                instancePath: instancePath + '/ssh/port',
                schemaPath: '#/definitions/ssh/properties/port/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 65535 },
                message: 'must be <= 65535',
                schema: 65535,
                parentSchema: schema19.properties.port,
                data: data14,
              };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
            if (data14 < 1 || isNaN(data14)) {
              const err48 = {
                instancePath: instancePath + '/ssh/port',
                schemaPath: '#/definitions/ssh/properties/port/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                message: 'must be >= 1',
                schema: 1,
                parentSchema: schema19.properties.port,
                data: data14,
              };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
          }
        }
        if (data12.jump_host !== undefined) {
          let data15 = data12.jump_host;
          if (typeof data15 === 'string') {
            if (func3(data15) > 300) {
              const err49 = {
                instancePath: instancePath + '/ssh/jump_host',
                schemaPath: '#/definitions/ssh/properties/jump_host/maxLength',
                keyword: 'maxLength',
                params: { limit: 300 },
                message: 'must NOT have more than 300 characters',
                schema: 300,
                parentSchema: schema19.properties.jump_host,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            if (!pattern10.test(data15)) {
              const err50 = {
                instancePath: instancePath + '/ssh/jump_host',
                schemaPath: '#/definitions/ssh/properties/jump_host/pattern',
                keyword: 'pattern',
                params: {
                  pattern:
                    '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                },
                message:
                  'must match pattern "' +
                  '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$' +
                  '"',
                schema:
                  '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                parentSchema: schema19.properties.jump_host,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
            if (!formats6(data15)) {
              const err51 = {
                instancePath: instancePath + '/ssh/jump_host',
                schemaPath: '#/definitions/ssh/properties/jump_host/format',
                keyword: 'format',
                params: { format: 'jump-host' },
                message: 'must match format "' + 'jump-host' + '"',
                schema: 'jump-host',
                parentSchema: schema19.properties.jump_host,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
          } else {
            const err52 = {
              instancePath: instancePath + '/ssh/jump_host',
              schemaPath: '#/definitions/ssh/properties/jump_host/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema19.properties.jump_host.type,
              parentSchema: schema19.properties.jump_host,
              data: data15,
            };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
        }
      } else {
        const err53 = {
          instancePath: instancePath + '/ssh',
          schemaPath: '#/definitions/ssh/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema19.type,
          parentSchema: schema19,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
    if (data.firewall !== undefined) {
      let data16 = data.firewall;
      if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
        for (const key4 in data16) {
          if (!(key4 === 'trust')) {
            const err54 = {
              instancePath: instancePath + '/firewall',
              schemaPath: '#/properties/firewall/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key4 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema11.properties.firewall,
              data: data16,
            };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
              vErrors.push(err54);
            }
            errors++;
          }
        }
        if (data16.trust !== undefined) {
          let data17 = data16.trust;
          if (typeof data17 !== 'string' && !Array.isArray(data17)) {
            const err55 = {
              instancePath: instancePath + '/firewall/trust',
              schemaPath: '#/properties/firewall/properties/trust/type',
              keyword: 'type',
              params: { type: schema11.properties.firewall.properties.trust.type },
              message: 'must be string,array',
              schema: schema11.properties.firewall.properties.trust.type,
              parentSchema: schema11.properties.firewall.properties.trust,
              data: data17,
            };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
          if (typeof data17 === 'string') {
            if (!pattern11.test(data17)) {
              const err56 = {
                instancePath: instancePath + '/firewall/trust',
                schemaPath: '#/properties/firewall/properties/trust/pattern',
                keyword: 'pattern',
                params: { pattern: '^servers$' },
                message: 'must match pattern "' + '^servers$' + '"',
                schema: '^servers$',
                parentSchema: schema11.properties.firewall.properties.trust,
                data: data17,
              };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
          }
          if (Array.isArray(data17)) {
            if (data17.length > 256) {
              const err57 = {
                instancePath: instancePath + '/firewall/trust',
                schemaPath: '#/properties/firewall/properties/trust/maxItems',
                keyword: 'maxItems',
                params: { limit: 256 },
                message: 'must NOT have more than 256 items',
                schema: 256,
                parentSchema: schema11.properties.firewall.properties.trust,
                data: data17,
              };
              if (vErrors === null) {
                vErrors = [err57];
              } else {
                vErrors.push(err57);
              }
              errors++;
            }
            if (data17.length < 1) {
              const err58 = {
                instancePath: instancePath + '/firewall/trust',
                schemaPath: '#/properties/firewall/properties/trust/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
                schema: 1,
                parentSchema: schema11.properties.firewall.properties.trust,
                data: data17,
              };
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
            const len0 = data17.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data18 = data17[i0];
              if (typeof data18 === 'string') {
                if (func3(data18) > 49) {
                  const err59 = {
                    instancePath: instancePath + '/firewall/trust/' + i0,
                    schemaPath: '#/properties/firewall/properties/trust/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 49 },
                    message: 'must NOT have more than 49 characters',
                    schema: 49,
                    parentSchema: schema11.properties.firewall.properties.trust.items,
                    data: data18,
                  };
                  if (vErrors === null) {
                    vErrors = [err59];
                  } else {
                    vErrors.push(err59);
                  }
                  errors++;
                }
                if (!pattern12.test(data18)) {
                  const err60 = {
                    instancePath: instancePath + '/firewall/trust/' + i0,
                    schemaPath: '#/properties/firewall/properties/trust/items/pattern',
                    keyword: 'pattern',
                    params: {
                      pattern:
                        '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$',
                    },
                    message:
                      'must match pattern "' +
                      '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$' +
                      '"',
                    schema:
                      '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$',
                    parentSchema: schema11.properties.firewall.properties.trust.items,
                    data: data18,
                  };
                  if (vErrors === null) {
                    vErrors = [err60];
                  } else {
                    vErrors.push(err60);
                  }
                  errors++;
                }
                if (!formats8(data18)) {
                  const err61 = {
                    instancePath: instancePath + '/firewall/trust/' + i0,
                    schemaPath: '#/properties/firewall/properties/trust/items/format',
                    keyword: 'format',
                    params: { format: 'cidr' },
                    message: 'must match format "' + 'cidr' + '"',
                    schema: 'cidr',
                    parentSchema: schema11.properties.firewall.properties.trust.items,
                    data: data18,
                  };
                  if (vErrors === null) {
                    vErrors = [err61];
                  } else {
                    vErrors.push(err61);
                  }
                  errors++;
                }
              } else {
                const err62 = {
                  instancePath: instancePath + '/firewall/trust/' + i0,
                  schemaPath: '#/properties/firewall/properties/trust/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema11.properties.firewall.properties.trust.items.type,
                  parentSchema: schema11.properties.firewall.properties.trust.items,
                  data: data18,
                };
                if (vErrors === null) {
                  vErrors = [err62];
                } else {
                  vErrors.push(err62);
                }
                errors++;
              }
            }
            let i1 = data17.length;
            let j0;
            if (i1 > 1) {
              const indices0 = {};
              for (; i1--;) {
                let item0 = data17[i1];
                if (typeof item0 !== 'string') {
                  continue;
                }
                if (typeof indices0[item0] == 'number') {
                  j0 = indices0[item0];
                  const err63 = {
                    instancePath: instancePath + '/firewall/trust',
                    schemaPath: '#/properties/firewall/properties/trust/uniqueItems',
                    keyword: 'uniqueItems',
                    params: { i: i1, j: j0 },
                    message: 'must NOT have duplicate items (items ## ' + j0 + ' and ' + i1 + ' are identical)',
                    schema: true,
                    parentSchema: schema11.properties.firewall.properties.trust,
                    data: data17,
                  };
                  if (vErrors === null) {
                    vErrors = [err63];
                  } else {
                    vErrors.push(err63);
                  }
                  errors++;
                  break;
                }
                indices0[item0] = i1;
              }
            }
          }
        }
      } else {
        const err64 = {
          instancePath: instancePath + '/firewall',
          schemaPath: '#/properties/firewall/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema11.properties.firewall.type,
          parentSchema: schema11.properties.firewall,
          data: data16,
        };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
    }
    if (data.built_in_servers !== undefined) {
      let data19 = data.built_in_servers;
      if (!(data19 === 'disabled' || data19 === 'keep')) {
        const err65 = {
          instancePath: instancePath + '/built_in_servers',
          schemaPath: '#/properties/built_in_servers/enum',
          keyword: 'enum',
          params: { allowedValues: schema11.properties.built_in_servers.enum },
          message: 'must be equal to one of the allowed values',
          schema: schema11.properties.built_in_servers.enum,
          parentSchema: schema11.properties.built_in_servers,
          data: data19,
        };
        if (vErrors === null) {
          vErrors = [err65];
        } else {
          vErrors.push(err65);
        }
        errors++;
      }
    }
    if (data.unmanaged_servers !== undefined) {
      let data20 = data.unmanaged_servers;
      if (!(data20 === 'report' || data20 === 'remove')) {
        const err66 = {
          instancePath: instancePath + '/unmanaged_servers',
          schemaPath: '#/properties/unmanaged_servers/enum',
          keyword: 'enum',
          params: { allowedValues: schema11.properties.unmanaged_servers.enum },
          message: 'must be equal to one of the allowed values',
          schema: schema11.properties.unmanaged_servers.enum,
          parentSchema: schema11.properties.unmanaged_servers,
          data: data20,
        };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
    }
    if (data.servers !== undefined) {
      let data21 = data.servers;
      if (Array.isArray(data21)) {
        if (data21.length > 1000) {
          const err67 = {
            instancePath: instancePath + '/servers',
            schemaPath: '#/properties/servers/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            message: 'must NOT have more than 1000 items',
            schema: 1000,
            parentSchema: schema11.properties.servers,
            data: data21,
          };
          if (vErrors === null) {
            vErrors = [err67];
          } else {
            vErrors.push(err67);
          }
          errors++;
        }
        const len1 = data21.length;
        for (let i2 = 0; i2 < len1; i2++) {
          if (
            !validate11(data21[i2], {
              instancePath: instancePath + '/servers/' + i2,
              parentData: data21,
              parentDataProperty: i2,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err68 = {
          instancePath: instancePath + '/servers',
          schemaPath: '#/properties/servers/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema11.properties.servers.type,
          parentSchema: schema11.properties.servers,
          data: data21,
        };
        if (vErrors === null) {
          vErrors = [err68];
        } else {
          vErrors.push(err68);
        }
        errors++;
      }
    }
    if (data.restart !== undefined) {
      let data23 = data.restart;
      if (data23 && typeof data23 == 'object' && !Array.isArray(data23)) {
        for (const key5 in data23) {
          if (!(
            key5 === 'max_unavailable' ||
            key5 === 'drain_timeout' ||
            key5 === 'on_drain_timeout' ||
            key5 === 'after_scale_out' ||
            key5 === 'window'
          )) {
            const err69 = {
              instancePath: instancePath + '/restart',
              schemaPath: '#/properties/restart/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key5 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema11.properties.restart,
              data: data23,
            };
            if (vErrors === null) {
              vErrors = [err69];
            } else {
              vErrors.push(err69);
            }
            errors++;
          }
        }
        if (data23.max_unavailable !== undefined) {
          let data24 = data23.max_unavailable;
          if (!(typeof data24 == 'number' && !(data24 % 1) && !isNaN(data24) && isFinite(data24))) {
            const err70 = {
              instancePath: instancePath + '/restart/max_unavailable',
              schemaPath: '#/properties/restart/properties/max_unavailable/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
              schema: schema11.properties.restart.properties.max_unavailable.type,
              parentSchema: schema11.properties.restart.properties.max_unavailable,
              data: data24,
            };
            if (vErrors === null) {
              vErrors = [err70];
            } else {
              vErrors.push(err70);
            }
            errors++;
          }
          if (typeof data24 == 'number' && isFinite(data24)) {
            if (data24 > 100 || isNaN(data24)) {
              const err71 = {
                instancePath: instancePath + '/restart/max_unavailable',
                schemaPath: '#/properties/restart/properties/max_unavailable/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 100 },
                message: 'must be <= 100',
                schema: 100,
                parentSchema: schema11.properties.restart.properties.max_unavailable,
                data: data24,
              };
              if (vErrors === null) {
                vErrors = [err71];
              } else {
                vErrors.push(err71);
              }
              errors++;
            }
            if (data24 < 1 || isNaN(data24)) {
              const err72 = {
                instancePath: instancePath + '/restart/max_unavailable',
                schemaPath: '#/properties/restart/properties/max_unavailable/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                message: 'must be >= 1',
                schema: 1,
                parentSchema: schema11.properties.restart.properties.max_unavailable,
                data: data24,
              };
              if (vErrors === null) {
                vErrors = [err72];
              } else {
                vErrors.push(err72);
              }
              errors++;
            }
          }
        }
        if (data23.drain_timeout !== undefined) {
          let data25 = data23.drain_timeout;
          if (typeof data25 === 'string') {
            if (func3(data25) > 16) {
              const err73 = {
                instancePath: instancePath + '/restart/drain_timeout',
                schemaPath: '#/properties/restart/properties/drain_timeout/maxLength',
                keyword: 'maxLength',
                params: { limit: 16 },
                message: 'must NOT have more than 16 characters',
                schema: 16,
                parentSchema: schema11.properties.restart.properties.drain_timeout,
                data: data25,
              };
              if (vErrors === null) {
                vErrors = [err73];
              } else {
                vErrors.push(err73);
              }
              errors++;
            }
            if (!pattern22.test(data25)) {
              const err74 = {
                instancePath: instancePath + '/restart/drain_timeout',
                schemaPath: '#/properties/restart/properties/drain_timeout/pattern',
                keyword: 'pattern',
                params: { pattern: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' },
                message: 'must match pattern "' + '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' + '"',
                schema: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$',
                parentSchema: schema11.properties.restart.properties.drain_timeout,
                data: data25,
              };
              if (vErrors === null) {
                vErrors = [err74];
              } else {
                vErrors.push(err74);
              }
              errors++;
            }
            if (!formats16(data25)) {
              const err75 = {
                instancePath: instancePath + '/restart/drain_timeout',
                schemaPath: '#/properties/restart/properties/drain_timeout/format',
                keyword: 'format',
                params: { format: 'duration-hms' },
                message: 'must match format "' + 'duration-hms' + '"',
                schema: 'duration-hms',
                parentSchema: schema11.properties.restart.properties.drain_timeout,
                data: data25,
              };
              if (vErrors === null) {
                vErrors = [err75];
              } else {
                vErrors.push(err75);
              }
              errors++;
            }
          } else {
            const err76 = {
              instancePath: instancePath + '/restart/drain_timeout',
              schemaPath: '#/properties/restart/properties/drain_timeout/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema11.properties.restart.properties.drain_timeout.type,
              parentSchema: schema11.properties.restart.properties.drain_timeout,
              data: data25,
            };
            if (vErrors === null) {
              vErrors = [err76];
            } else {
              vErrors.push(err76);
            }
            errors++;
          }
        }
        if (data23.on_drain_timeout !== undefined) {
          let data26 = data23.on_drain_timeout;
          if (!(data26 === 'fail' || data26 === 'force')) {
            const err77 = {
              instancePath: instancePath + '/restart/on_drain_timeout',
              schemaPath: '#/properties/restart/properties/on_drain_timeout/enum',
              keyword: 'enum',
              params: { allowedValues: schema11.properties.restart.properties.on_drain_timeout.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema11.properties.restart.properties.on_drain_timeout.enum,
              parentSchema: schema11.properties.restart.properties.on_drain_timeout,
              data: data26,
            };
            if (vErrors === null) {
              vErrors = [err77];
            } else {
              vErrors.push(err77);
            }
            errors++;
          }
        }
        if (data23.after_scale_out !== undefined) {
          let data27 = data23.after_scale_out;
          if (!(data27 === 'all' || data27 === 'load-balancer' || data27 === 'none')) {
            const err78 = {
              instancePath: instancePath + '/restart/after_scale_out',
              schemaPath: '#/properties/restart/properties/after_scale_out/enum',
              keyword: 'enum',
              params: { allowedValues: schema11.properties.restart.properties.after_scale_out.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema11.properties.restart.properties.after_scale_out.enum,
              parentSchema: schema11.properties.restart.properties.after_scale_out,
              data: data27,
            };
            if (vErrors === null) {
              vErrors = [err78];
            } else {
              vErrors.push(err78);
            }
            errors++;
          }
        }
        if (data23.window !== undefined) {
          let data28 = data23.window;
          if (data28 && typeof data28 == 'object' && !Array.isArray(data28)) {
            if (data28.days === undefined) {
              const err79 = {
                instancePath: instancePath + '/restart/window',
                schemaPath: '#/properties/restart/properties/window/required',
                keyword: 'required',
                params: { missingProperty: 'days' },
                message: "must have required property '" + 'days' + "'",
                schema: schema11.properties.restart.properties.window.required,
                parentSchema: schema11.properties.restart.properties.window,
                data: data28,
              };
              if (vErrors === null) {
                vErrors = [err79];
              } else {
                vErrors.push(err79);
              }
              errors++;
            }
            if (data28.from === undefined) {
              const err80 = {
                instancePath: instancePath + '/restart/window',
                schemaPath: '#/properties/restart/properties/window/required',
                keyword: 'required',
                params: { missingProperty: 'from' },
                message: "must have required property '" + 'from' + "'",
                schema: schema11.properties.restart.properties.window.required,
                parentSchema: schema11.properties.restart.properties.window,
                data: data28,
              };
              if (vErrors === null) {
                vErrors = [err80];
              } else {
                vErrors.push(err80);
              }
              errors++;
            }
            if (data28.to === undefined) {
              const err81 = {
                instancePath: instancePath + '/restart/window',
                schemaPath: '#/properties/restart/properties/window/required',
                keyword: 'required',
                params: { missingProperty: 'to' },
                message: "must have required property '" + 'to' + "'",
                schema: schema11.properties.restart.properties.window.required,
                parentSchema: schema11.properties.restart.properties.window,
                data: data28,
              };
              if (vErrors === null) {
                vErrors = [err81];
              } else {
                vErrors.push(err81);
              }
              errors++;
            }
            if (data28.timezone === undefined) {
              const err82 = {
                instancePath: instancePath + '/restart/window',
                schemaPath: '#/properties/restart/properties/window/required',
                keyword: 'required',
                params: { missingProperty: 'timezone' },
                message: "must have required property '" + 'timezone' + "'",
                schema: schema11.properties.restart.properties.window.required,
                parentSchema: schema11.properties.restart.properties.window,
                data: data28,
              };
              if (vErrors === null) {
                vErrors = [err82];
              } else {
                vErrors.push(err82);
              }
              errors++;
            }
            for (const key6 in data28) {
              if (!(key6 === 'days' || key6 === 'from' || key6 === 'to' || key6 === 'timezone')) {
                const err83 = {
                  instancePath: instancePath + '/restart/window',
                  schemaPath: '#/properties/restart/properties/window/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key6 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema11.properties.restart.properties.window,
                  data: data28,
                };
                if (vErrors === null) {
                  vErrors = [err83];
                } else {
                  vErrors.push(err83);
                }
                errors++;
              }
            }
            if (data28.days !== undefined) {
              let data29 = data28.days;
              if (Array.isArray(data29)) {
                if (data29.length < 1) {
                  const err84 = {
                    instancePath: instancePath + '/restart/window/days',
                    schemaPath: '#/properties/restart/properties/window/properties/days/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                    schema: 1,
                    parentSchema: schema11.properties.restart.properties.window.properties.days,
                    data: data29,
                  };
                  if (vErrors === null) {
                    vErrors = [err84];
                  } else {
                    vErrors.push(err84);
                  }
                  errors++;
                }
                const len2 = data29.length;
                for (let i3 = 0; i3 < len2; i3++) {
                  let data30 = data29[i3];
                  if (typeof data30 !== 'string') {
                    const err85 = {
                      instancePath: instancePath + '/restart/window/days/' + i3,
                      schemaPath: '#/properties/restart/properties/window/properties/days/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema11.properties.restart.properties.window.properties.days.items.type,
                      parentSchema: schema11.properties.restart.properties.window.properties.days.items,
                      data: data30,
                    };
                    if (vErrors === null) {
                      vErrors = [err85];
                    } else {
                      vErrors.push(err85);
                    }
                    errors++;
                  }
                  if (!(
                    data30 === 'mon' ||
                    data30 === 'tue' ||
                    data30 === 'wed' ||
                    data30 === 'thu' ||
                    data30 === 'fri' ||
                    data30 === 'sat' ||
                    data30 === 'sun'
                  )) {
                    const err86 = {
                      instancePath: instancePath + '/restart/window/days/' + i3,
                      schemaPath: '#/properties/restart/properties/window/properties/days/items/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues: schema11.properties.restart.properties.window.properties.days.items.enum,
                      },
                      message: 'must be equal to one of the allowed values',
                      schema: schema11.properties.restart.properties.window.properties.days.items.enum,
                      parentSchema: schema11.properties.restart.properties.window.properties.days.items,
                      data: data30,
                    };
                    if (vErrors === null) {
                      vErrors = [err86];
                    } else {
                      vErrors.push(err86);
                    }
                    errors++;
                  }
                }
                let i4 = data29.length;
                let j1;
                if (i4 > 1) {
                  const indices1 = {};
                  for (; i4--;) {
                    let item1 = data29[i4];
                    if (typeof item1 !== 'string') {
                      continue;
                    }
                    if (typeof indices1[item1] == 'number') {
                      j1 = indices1[item1];
                      const err87 = {
                        instancePath: instancePath + '/restart/window/days',
                        schemaPath: '#/properties/restart/properties/window/properties/days/uniqueItems',
                        keyword: 'uniqueItems',
                        params: { i: i4, j: j1 },
                        message: 'must NOT have duplicate items (items ## ' + j1 + ' and ' + i4 + ' are identical)',
                        schema: true,
                        parentSchema: schema11.properties.restart.properties.window.properties.days,
                        data: data29,
                      };
                      if (vErrors === null) {
                        vErrors = [err87];
                      } else {
                        vErrors.push(err87);
                      }
                      errors++;
                      break;
                    }
                    indices1[item1] = i4;
                  }
                }
              } else {
                const err88 = {
                  instancePath: instancePath + '/restart/window/days',
                  schemaPath: '#/properties/restart/properties/window/properties/days/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema11.properties.restart.properties.window.properties.days.type,
                  parentSchema: schema11.properties.restart.properties.window.properties.days,
                  data: data29,
                };
                if (vErrors === null) {
                  vErrors = [err88];
                } else {
                  vErrors.push(err88);
                }
                errors++;
              }
            }
            if (data28.from !== undefined) {
              let data31 = data28.from;
              if (typeof data31 === 'string') {
                if (!pattern23.test(data31)) {
                  const err89 = {
                    instancePath: instancePath + '/restart/window/from',
                    schemaPath: '#/definitions/time/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
                    message: 'must match pattern "' + '^([01][0-9]|2[0-3]):[0-5][0-9]$' + '"',
                    schema: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
                    parentSchema: schema28,
                    data: data31,
                  };
                  if (vErrors === null) {
                    vErrors = [err89];
                  } else {
                    vErrors.push(err89);
                  }
                  errors++;
                }
              } else {
                const err90 = {
                  instancePath: instancePath + '/restart/window/from',
                  schemaPath: '#/definitions/time/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema28.type,
                  parentSchema: schema28,
                  data: data31,
                };
                if (vErrors === null) {
                  vErrors = [err90];
                } else {
                  vErrors.push(err90);
                }
                errors++;
              }
            }
            if (data28.to !== undefined) {
              let data32 = data28.to;
              if (typeof data32 === 'string') {
                if (!pattern23.test(data32)) {
                  const err91 = {
                    instancePath: instancePath + '/restart/window/to',
                    schemaPath: '#/definitions/time/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
                    message: 'must match pattern "' + '^([01][0-9]|2[0-3]):[0-5][0-9]$' + '"',
                    schema: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
                    parentSchema: schema28,
                    data: data32,
                  };
                  if (vErrors === null) {
                    vErrors = [err91];
                  } else {
                    vErrors.push(err91);
                  }
                  errors++;
                }
              } else {
                const err92 = {
                  instancePath: instancePath + '/restart/window/to',
                  schemaPath: '#/definitions/time/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema28.type,
                  parentSchema: schema28,
                  data: data32,
                };
                if (vErrors === null) {
                  vErrors = [err92];
                } else {
                  vErrors.push(err92);
                }
                errors++;
              }
            }
            if (data28.timezone !== undefined) {
              let data33 = data28.timezone;
              if (typeof data33 === 'string') {
                if (func3(data33) > 64) {
                  const err93 = {
                    instancePath: instancePath + '/restart/window/timezone',
                    schemaPath: '#/properties/restart/properties/window/properties/timezone/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 64 },
                    message: 'must NOT have more than 64 characters',
                    schema: 64,
                    parentSchema: schema11.properties.restart.properties.window.properties.timezone,
                    data: data33,
                  };
                  if (vErrors === null) {
                    vErrors = [err93];
                  } else {
                    vErrors.push(err93);
                  }
                  errors++;
                }
                if (!pattern25.test(data33)) {
                  const err94 = {
                    instancePath: instancePath + '/restart/window/timezone',
                    schemaPath: '#/properties/restart/properties/window/properties/timezone/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$' },
                    message: 'must match pattern "' + '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$' + '"',
                    schema: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$',
                    parentSchema: schema11.properties.restart.properties.window.properties.timezone,
                    data: data33,
                  };
                  if (vErrors === null) {
                    vErrors = [err94];
                  } else {
                    vErrors.push(err94);
                  }
                  errors++;
                }
              } else {
                const err95 = {
                  instancePath: instancePath + '/restart/window/timezone',
                  schemaPath: '#/properties/restart/properties/window/properties/timezone/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema11.properties.restart.properties.window.properties.timezone.type,
                  parentSchema: schema11.properties.restart.properties.window.properties.timezone,
                  data: data33,
                };
                if (vErrors === null) {
                  vErrors = [err95];
                } else {
                  vErrors.push(err95);
                }
                errors++;
              }
            }
          } else {
            const err96 = {
              instancePath: instancePath + '/restart/window',
              schemaPath: '#/properties/restart/properties/window/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema11.properties.restart.properties.window.type,
              parentSchema: schema11.properties.restart.properties.window,
              data: data28,
            };
            if (vErrors === null) {
              vErrors = [err96];
            } else {
              vErrors.push(err96);
            }
            errors++;
          }
        }
      } else {
        const err97 = {
          instancePath: instancePath + '/restart',
          schemaPath: '#/properties/restart/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema11.properties.restart.type,
          parentSchema: schema11.properties.restart,
          data: data23,
        };
        if (vErrors === null) {
          vErrors = [err97];
        } else {
          vErrors.push(err97);
        }
        errors++;
      }
    }
  } else {
    const err98 = {
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
      vErrors = [err98];
    } else {
      vErrors.push(err98);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
