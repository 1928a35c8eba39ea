/** What is new in a guess needs the name of its type, by which the cache knows it. */
export function named<Fields>(__typename: string, fields: Fields): Fields {
  return { __typename, ...fields };
}
