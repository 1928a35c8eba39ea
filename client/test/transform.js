import swc from '@swc/jest';

const ICONS = /import \{([^}]*)\} from '@tabler\/icons-react';/g;

/** Each from its own file: together they are 6,000, which every test file would read anew. As the build does. */
const eachIconAlone = (source) =>
  source.replace(ICONS, (all, names) => {
    const imports = names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => `import ${name} from '@tabler/icons-react/dist/esm/icons/${name}.mjs';`);
    // As many lines as before.
    return imports.join(' ') + '\n'.repeat(all.split('\n').length - 1);
  });

export default {
  createTransformer(options) {
    const transformer = swc.createTransformer(options);
    return {
      ...transformer,
      process: (source, ...more) => transformer.process(eachIconAlone(source), ...more),
      processAsync: (source, ...more) => transformer.processAsync(eachIconAlone(source), ...more),
      getCacheKey: (source, ...more) => transformer.getCacheKey(eachIconAlone(source), ...more),
    };
  },
};
