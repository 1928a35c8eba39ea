import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

// Fifteen lines are cheaper than a dependency.
const kebabCase = {
  create: (context) => ({
    Program(node) {
      const name = context.filename.split(/[\\/]/).at(-1);
      if (!KEBAB_CASE.test(name))
        context.report({ node, message: `File names are kebab-case, unlike ${name}.` });
    },
  }),
};

// Whatever text comes from outside may be the name of something that every object inherits: `constructor`, `__proto__`.
const FOREIGN = ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.Any | ts.TypeFlags.Unknown;
const noForeignKeys = {
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    const checker = program.getTypeChecker();
    const isForeign = (type) => (type.isUnion() ? type.types.some(isForeign) : (type.flags & FOREIGN) !== 0);
    // `Object.hasOwn(object, key) ? object[key] : …`
    const isAskedFirst = ({ parent, ...key }) => {
      const { sourceCode } = context;
      const asked = `Object.hasOwn(${sourceCode.getText(parent.object)}, ${sourceCode.getText(key)})`;
      const { test } = parent.parent;
      return parent.parent.consequent === parent && sourceCode.getText(test).includes(asked);
    };
    const check = (key) => {
      if (key.parent.type === 'MemberExpression' && isAskedFirst(key)) return;
      const type = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(key));
      if (!isForeign(checker.getBaseConstraintOfType(type) ?? type)) return;
      const message = 'Any text may be this key, also the name of what every object inherits: use a Map.';
      context.report({ node: key, message });
    };
    return {
      'MemberExpression[computed=true] > .property': check,
      'ObjectPattern > Property[computed=true] > .key': check,
      'BinaryExpression[operator="in"] > .left': (left) => left.type !== 'PrivateIdentifier' && check(left),
    };
  },
};

const lines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '.data/**', 'client/src/generated/**'] },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { carillon: { rules: { 'kebab-case': kebabCase } } },
    rules: { 'carillon/kebab-case': 'error' },
  },
  { files: ['*.ts', 'docs/examples/**/*.ts'], languageOptions: { parser: tseslint.parser } },
  {
    files: ['{server,client}/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { ours: { rules: { 'no-foreign-keys': noForeignKeys } } },
    rules: {
      'ours/no-foreign-keys': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // The compiler knows unused names; its strict index access makes `!` the honest way to say "checked above".
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Many interfaces that we implement want a promise.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
      ],
      'max-lines': lines(250),
      'max-lines-per-function': lines(60),
    },
  },
  {
    files: ['server/src/config.ts', 'server/{local,test,bench}/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['client/src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock here may be hours off: serverTime().' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The clock here may be hours off: serverTime().',
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'It may be refused or full: browser/kept.ts.' },
        { name: 'sessionStorage', message: 'It may be refused or full: browser/kept.ts.' },
        { name: 'BroadcastChannel', message: 'It may be refused: browser/tab-channel.ts.' },
      ],
    },
  },
  {
    files: ['client/{src,packages}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'react',
          importNames: ['use', 'useActionState', 'useEffectEvent', 'useOptimistic'],
          message: 'Hosts with React 18 have it not: useContext, ui/use-effect-event.ts.',
        },
      ],
    },
  },
  {
    files: ['client/src/browser/{kept,server-time,tab-channel}.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-globals': 'off' },
  },
  // Markup is long without being complicated.
  { files: ['client/**/*.tsx'], rules: { 'max-lines-per-function': lines(120) } },
  // Tests and SQL read from top to bottom.
  {
    files: ['**/*.test.{ts,tsx}', 'server/test/**', 'server/src/migrations/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['**/*.test.{ts,tsx}', 'server/test/**'], rules: { 'ours/no-foreign-keys': 'off' } },
);
