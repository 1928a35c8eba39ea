import reactHooks from 'eslint-plugin-react-hooks';
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

const lines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '.data/**', 'client/src/generated/**'] },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { carillon: { rules: { 'kebab-case': kebabCase } } },
    rules: { 'carillon/kebab-case': 'error' },
  },
  { files: ['*.ts'], languageOptions: { parser: tseslint.parser } },
  {
    files: ['{server,client}/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
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
  // Markup is long without being complicated.
  { files: ['client/**/*.tsx'], rules: { 'max-lines-per-function': lines(120) } },
  // Tests and SQL read from top to bottom.
  {
    files: ['**/*.test.{ts,tsx}', 'server/test/**', 'server/src/migrations/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
