// Plain JavaScript that every Node can read: it runs before anything that only a newer one can.
const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 24 || (major === 24 && minor >= 9) || (major === 22 && minor >= 21);
if (!isNewEnough) {
  console.error(
    `Carillon needs Node 22.21, 24.9 or newer, and this is ${process.versions.node}.\n` +
      'On Linux and Windows "npm ci" brings Node 24 along as an optional dependency; it seems to have been left out\n' +
      '(--omit=optional?). Run "npm ci" again, or use a newer Node.',
  );
  process.exit(1);
}
