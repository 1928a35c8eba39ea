/**
 * Each graphql`…` becomes what relay-compiler has written of it. babel-plugin-relay does the same where an application
 * is built with Babel.
 */
const artifacts = {
  name: 'relay-artifacts',
  enforce: 'pre',
  transform(code, id) {
    if (!/\.jsx?$/.test(id) || !code.includes('graphql`')) return;
    const imports = [];
    const text = code.replace(
      /graphql`\s*(?:query|mutation|subscription|fragment) (\w+)[^`]*`/g,
      (_, name) => {
        imports.push(`import _${name} from './__generated__/${name}.graphql.js';\n`);
        return `_${name}`;
      },
    );
    return imports.join('') + text;
  },
};

export default { logLevel: 'error', plugins: [artifacts] };
