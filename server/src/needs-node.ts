// What each entry imports first, and alone: an older Node could not even read the rest. It must understand this.
const NEEDED = [22, 18] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`Carillon needs Node ${NEEDED.join('.')} or later; this is ${process.versions.node}.`);
  process.exit(1);
}

export {};
