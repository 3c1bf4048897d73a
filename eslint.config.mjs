import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/*
 * Each question has one place where it is answered (ARCHITECTURE.md). What of that the syntax shows is kept by these rules;
 * who may import whom is kept by .dependency-cruiser.mjs.
 */

const because = (message, selectors) => selectors.map((selector) => ({ selector, message }));

const ROLE = '/^(media|queue|meeting|ivr|im|dataflow)$/';
/** Those whose names mean nothing else, as `im` does: a token's service, addresses in the portal */
const ROLE_ONLY = '/^(media|queue|meeting|ivr)$/';
const NO_ROLES = because(
  'What differs between roles is a field of their rows in src/cluster/roles; nobody else asks which one it is.',
  [
    `BinaryExpression[operator=/^[!=]==?$/] > Literal[value=${ROLE}]`,
    `SwitchCase > Literal.test[value=${ROLE}]`,
    `CallExpression[callee.property.name=/^(includes|indexOf|has)$/] > Literal.arguments[value=${ROLE}]`,
    `CallExpression > MemberExpression.callee[property.name=/^(includes|indexOf)$/] > ArrayExpression > Literal[value=${ROLE}]`,
    `NewExpression[callee.name='Set'] > ArrayExpression > Literal[value=${ROLE}]`,
    `MemberExpression[object.name=/ROLES?$/][property.name=${ROLE}]`,
    `MemberExpression[object.name=/ROLES?$/] > Literal.property[value=${ROLE}]`,
    `MemberExpression[property.name=${ROLE_ONLY}]`,
    `MemberExpression > Literal.property[value=${ROLE_ONLY}]`,
  ],
);

const NO_HIGH_AVAILABILITY = because(
  'What differs with high availability is answered by the control plane (src/host/control-plane).',
  [
    "MemberExpression[property.name='highAvailability']",
    "MemberExpression > Literal.property[value='highAvailability']",
    "ObjectPattern > Property[key.name='highAvailability']",
  ],
);

const CALL = 'CallExpression > MemberExpression.callee';
const TAKES_APART =
  '[property.name=/^(startsWith|endsWith|includes|split|slice|substring|indexOf|lastIndexOf|match|matchAll|search|replace|replaceAll|at)$/]';
const PATTERN = 'CallExpression[callee.property.name=/^(test|exec)$/]';
const untouched = (words) =>
  because(
    'A change is data: its id and what people are told of it are made from it. Look at its kind and its fields.',
    [
      `${CALL}${TAKES_APART} > Identifier.object[name=${words}]`,
      `${CALL}${TAKES_APART} > MemberExpression.object[property.name=${words}]`,
      `${CALL}${TAKES_APART} > CallExpression.object[callee.name=/^(deed|reasonOf|skipReason)$/]`,
      `${PATTERN} > Identifier.arguments[name=${words}]`,
      `${PATTERN} > MemberExpression.arguments[property.name=${words}]`,
    ],
  );
const NO_SENTENCES = untouched('/^(id|reason|message)$/');
/** Logs cut what they print. */
const NO_SENTENCES_BUT_MESSAGES = untouched('/^(id|reason)$/');

/** In a flat configuration the last entry for a file counts: each says all that holds there. */
const restrict = (files, ...rules) => ({ files, rules: { 'no-restricted-syntax': ['error', ...rules.flat()] } });
const ONE_PLACE = [
  restrict(['src/**/*.ts'], NO_ROLES, NO_HIGH_AVAILABILITY),
  restrict(['src/{stages,plan,deploy,import,drift,actions}/**/*.ts'], NO_ROLES, NO_HIGH_AVAILABILITY, NO_SENTENCES),
  restrict(['src/{github,cli}/**/*.ts'], NO_ROLES, NO_HIGH_AVAILABILITY, NO_SENTENCES_BUT_MESSAGES),
  // plan.json is read back here, and nothing of it that is for people.
  restrict(['src/plan/document.ts'], NO_ROLES, NO_HIGH_AVAILABILITY),
  restrict(['src/cluster/roles/**/*.ts'], NO_HIGH_AVAILABILITY),
  restrict(['src/host/control-plane/**/*.ts'], NO_ROLES),
  // The last only prints it, as any other setting.
  restrict(['src/cluster/build.ts', 'src/cluster/rules/high-availability.ts', 'src/cluster/settings.ts'], NO_ROLES),
  // Its option of that name chooses a story.
  restrict(['src/cli/demo.ts'], NO_ROLES, NO_SENTENCES_BUT_MESSAGES),
];

/** After the presets, which say otherwise of some. */
const OWN = {
  '@typescript-eslint/consistent-type-imports': 'error',
  // An object without some of its fields
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'build/',
      'coverage/',
      'src/pbx/api.d.ts',
      'src/cluster/is-valid.ts',
      'src/cluster/validator.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    // Tests say `!` of what they have just made, and hand in what no type allows: strict rules would only make them longer.
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      // `return resolve()` and `() => done()` in what returns nothing: there is nothing to confuse.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Records that are written as JSON are plain objects by name and id; what leaves them is deleted.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `this: void` says that a method may be handed on.
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
    },
  },
  { files: ['**/*.ts'], rules: OWN },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off' },
  },
  ...ONE_PLACE,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        performance: 'readonly',
      },
    },
  },
  prettier,
);
