// Taken apart when the client is built: see `client/words/catalogues.ts`.
declare module '*.json?part=first' {
  const messages: Readonly<Record<string, never>>;
  export default messages;
}
declare module '*.json?part=door' {
  const messages: Readonly<Record<string, never>>;
  export default messages;
}
declare module '*.json?part=applications' {
  const messages: Readonly<Record<string, never>>;
  export default messages;
}
declare module '*.json?part=why' {
  const messages: Readonly<Record<string, never>>;
  export default messages;
}
declare module '*.json?part=offline' {
  const messages: Readonly<Record<string, never>>;
  export default messages;
}
declare module '*.json?part=preferences' {
  const messages: Readonly<Record<string, never>>;
  export default messages;
}
declare module '*.json?part=acts' {
  const messages: Readonly<Record<string, never>>;
  export default messages;
}
declare module '*.json?part=keys' {
  const messages: Readonly<Record<string, never>>;
  export default messages;
}
declare module '*.json?arguments' {
  const known: Readonly<Record<string, Readonly<Record<string, 'text' | 'number' | 'tag'>>>>;
  export default known;
}
