import type { DefinitionNode, DocumentNode } from 'graphql';

const TOKEN = /\.\.\.|\w+|[^\s,]/g;

/**
 * Reads the text of an operation or a fragment as `parse` of graphql does, as far as our own go: no aliases, directives or
 * values but variables; codegen refuses them. As texts our documents are a fifth of what they are as trees, and this is a
 * tenth of a parser that knows the whole language, which nobody else on a page needs.
 */
export function definitionOf(text: string): DefinitionNode {
  const tokens = text.match(TOKEN)!;
  let at = 0;
  const isAt = (token: string) => tokens[at] === token;
  const skip = (token: string) => isAt(token) && at++ >= 0;
  const after = <Read>(token: string, read: () => Read): Read => {
    skip(token);
    return read();
  };
  const name = () => ({ kind: 'Name', value: tokens[at++] });
  const namedType = () => ({ kind: 'NamedType', name: name() });
  const between = (open: string, close: string, read: () => object) => {
    const found: object[] = [];
    if (skip(open)) while (!skip(close)) found.push(read());
    return found;
  };
  const type = (): object => {
    const [item] = between('[', ']', type);
    const inner = item ? { kind: 'ListType', type: item } : namedType();
    return skip('!') ? { kind: 'NonNullType', type: inner } : inner;
  };
  const variable = () => ({ kind: 'Variable', name: after('$', name) });
  const variableDefinition = () => ({
    kind: 'VariableDefinition',
    variable: variable(),
    type: after(':', type),
  });
  const argument = () => ({ kind: 'Argument', name: name(), value: after(':', variable) });
  const selection = () =>
    skip('...')
      ? { kind: 'FragmentSpread', name: name() }
      : { kind: 'Field', name: name(), arguments: between('(', ')', argument), selectionSet: selectionSet() };
  const selectionSet = (): object | undefined =>
    isAt('{') ? { kind: 'SelectionSet', selections: between('{', '}', selection) } : undefined;

  const first = name().value;
  const read =
    first === 'fragment'
      ? {
          kind: 'FragmentDefinition',
          name: name(),
          typeCondition: after('on', namedType),
          selectionSet: selectionSet(),
        }
      : {
          kind: 'OperationDefinition',
          operation: first,
          name: name(),
          variableDefinitions: between('(', ')', variableDefinition),
          selectionSet: selectionSet(),
        };
  return read as unknown as DefinitionNode;
}

export const documentOf = (...definitions: DefinitionNode[]) =>
  ({ kind: 'Document', definitions }) as unknown as DocumentNode;
