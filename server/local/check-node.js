// Plain JavaScript that every Node can read: it runs before anything that only a newer one can.
const NEEDED = [22, 18];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    `Carillon needs Node ${NEEDED.join('.')} or newer, and this is ${process.versions.node}.\n` +
      'On Linux and Windows "npm ci" brings Node 24 along as an optional dependency; it seems to have been left out\n' +
      '(--omit=optional?). Run "npm ci" again, or use a newer Node.',
  );
  process.exit(1);
}
