// What each entry imports first, and alone: an older Node could not even read the rest. It must understand this. Node 22.21
// and 24.9 are the first whose HTTP server can leave an upgrade that is offered (h2c) alone.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 24 || (major === 24 && minor >= 9) || (major === 22 && minor >= 21);
if (!isNewEnough) {
  console.error(`Carillon needs Node 22.21, 24.9 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

export {};
