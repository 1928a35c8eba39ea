/** Other people's texts may be long: they are cut, never a reason to fail. By characters, not halves of them. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
