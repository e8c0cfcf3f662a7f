import jsxA11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';
import { tenantScope } from './tests/architecture/tenant-scope-rule.js';

export default tseslint.config(
  { ignores: ['node_modules/**', 'build/**', 'data/**', 'coverage/**', 'app/infrastructure/db/generated/**'] },
  ...tseslint.configs.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    plugins: { geleucht: { rules: { 'tenant-scope': tenantScope } } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
      // A summary role list is part of the design's progressive enhancement.
      'jsx-a11y/no-redundant-roles': 'off',
    },
  },
  {
    files: ['app/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'setTimeout', message: 'Rules have no clock.' }, { name: 'setInterval', message: 'Rules have no clock.' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The clock is given: take `now` as an argument.' },
        { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'The clock is given: take `now` as an argument.' },
        { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Rules have no randomness.' },
        { selector: 'MemberExpression[object.name="crypto"][property.name=/^random/]', message: 'Randomness is given: take it as an argument.' },
        { selector: 'ImportSpecifier[imported.name=/^random/]', message: 'Randomness is given: take it as an argument.' },
      ],
    },
  },
  {
    files: ['app/**/*.ts', 'app/**/*.tsx'],
    ignores: ['app/server/config.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only app/server/config.ts reads the environment.' }],
    },
  },
  {
    files: ['app/infrastructure/db/**/*.ts'],
    rules: { 'geleucht/tenant-scope': 'error' },
  },
  {
    files: ['bin/**', 'tests/**', '**/*.test.ts', '*.config.*', 'remix.config.js'],
    rules: { 'no-console': 'off' },
  },
);
