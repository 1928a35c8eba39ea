import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { NOTHING, plus, times, type Formula, type Variables } from './cost-formula.ts';
import type { FieldCost } from './field-cost.ts';
import { introspectionSizes } from './introspection-sizes.ts';

type Field = GraphQLField<unknown, unknown>;
type Items = number | 'page';

/** Measures what operations cost, by what the schema's fields say of themselves. */
export class QueryCosts {
  private readonly introspection: ReadonlyMap<string, number>;

  /** @throws when a list does not say how long it can be: then nothing could be known of it */
  constructor(private readonly schema: GraphQLSchema) {
    this.introspection = introspectionSizes(schema);
    for (const type of Object.values(schema.getTypeMap()))
      for (const field of fieldsOf(type)) {
        this.itemsOf(type, field);
        const isPaged = fieldsOf(getNamedType(field.type)).some((inner) => costOf(inner).items === 'page');
        if (isPaged && !costOf(field).page)
          throw new Error(`${type.name}.${field.name} has pages in it and does not say how long they are`);
      }
  }

  /** @param operation one of a valid document */
  formulaOf(document: DocumentNode, operation: OperationDefinitionNode): Formula {
    const itemsOf = (type: GraphQLNamedType, field: Field) => this.itemsOf(type, field);
    return new Measure(this.schema, document, operation, itemsOf).formula();
  }

  private itemsOf(type: GraphQLNamedType, field: Field): Items {
    const items = costOf(field).items ?? this.introspection.get(`${type.name}.${field.name}`);
    if (items !== undefined) return items;
    if (!isListType(getNullableType(field.type))) return 1;
    throw new Error(`${type.name}.${field.name} is a list and does not say how long it can be`);
  }
}

const costOf = ({ extensions }: Field): FieldCost => (extensions.cost as FieldCost | undefined) ?? {};

const fieldsOf = (type: GraphQLNamedType): Field[] =>
  isCompositeType(type) && 'getFields' in type ? Object.values(type.getFields()) : [];

/** Of a selection: what it costs, and what it costs for each item of the page that the field above it was asked for. */
interface Cost {
  readonly once: Formula;
  readonly perItem: Formula;
}

const sumOf = (costs: readonly Cost[]): Cost =>
  costs.reduce((a, b) => ({ once: plus(a.once, b.once), perItem: plus(a.perItem, b.perItem) }), {
    once: NOTHING,
    perItem: NOTHING,
  });

/** Where that is known whatever the variables say; else all of them count. */
const dearestOf = (costs: readonly Cost[]): Cost =>
  costs.some(({ once, perItem }) => once.pages.length > 0 || perItem.points > 0)
    ? sumOf(costs)
    : costs.reduce((a, b) => (a.once.points >= b.once.points ? a : b));

const nameOf = (selection: SelectionNode): string | undefined =>
  selection.kind === Kind.FIELD ? selection.name.value : undefined;

/** Which fields of the type exclude it; undefined for what stands by itself. */
function choiceOf(selection: SelectionNode, type: GraphQLNamedType): string | undefined {
  const name = nameOf(selection);
  return name === undefined ? undefined : costOf(fieldOf(type, name)).oneOf;
}

class Measure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Cost>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly itemsOf: (type: GraphQLNamedType, field: Field) => Items,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  formula(): Formula {
    return this.of(this.operation.selectionSet, this.schema.getRootType(this.operation.operation)!).once;
  }

  private of({ selections }: SelectionSetNode, type: GraphQLNamedType): Cost {
    const sum = (some: readonly SelectionNode[]) => sumOf(some.map((one) => this.ofOne(one, type)));
    const choices = Map.groupBy(selections, (selection) => choiceOf(selection, type));
    const costs = [...choices].map(([choice, some]) =>
      choice === undefined ? sum(some) : dearestOf([...Map.groupBy(some, nameOf).values()].map(sum)),
    );
    return sumOf(costs);
  }

  private ofOne(selection: SelectionSetNode['selections'][number], type: GraphQLNamedType): Cost {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value;
      return this.of(selection.selectionSet, on === undefined ? type : this.schema.getType(on)!);
    }
    const field = fieldOf(type, selection.name.value);
    const items = this.itemsOf(type, field);
    const each = this.each(selection, field);
    if (items === 'page') return { once: NOTHING, perItem: each };
    return { once: times(each, items), perItem: NOTHING };
  }

  private ofFragment(name: string): Cost {
    const known = this.measured.get(name);
    if (known) return known;
    const { selectionSet, typeCondition } = this.fragments.get(name)!;
    const cost = this.of(selectionSet, this.schema.getType(typeCondition.name.value)!);
    this.measured.set(name, cost);
    return cost;
  }

  /** One value of a field, with all that is in it. */
  private each(node: FieldNode, field: Field): Formula {
    const { page, weight = 1 } = costOf(field);
    const own: Formula = { ...NOTHING, points: weight };
    if (!node.selectionSet) return own;
    const { once, perItem } = this.of(node.selectionSet, getNamedType(field.type));
    const all = plus(own, once);
    if (field === SchemaMetaFieldDef || field === TypeMetaFieldDef)
      return { ...NOTHING, introspection: all.points };
    return page ? plus(all, this.paged(node, page, perItem)) : all;
  }

  private paged(node: FieldNode, { usual, most }: { usual: number; most: number }, each: Formula): Formula {
    const given = (node.arguments ?? [])
      .filter(({ name }) => name.value === 'first' || name.value === 'last')
      .map(({ value }) => this.asked(value));
    const size = (variables: Variables) => {
      const asked = given.map((one) => valueOf(one, variables)).filter((value) => typeof value === 'number');
      // What is out of range is refused later, in better words.
      return asked.length === 0 ? usual : Math.min(Math.max(...asked, 1), most);
    };
    const isFixed = given.every(({ variable }) => variable === undefined);
    return isFixed ? times(each, size({})) : { ...NOTHING, pages: [{ size, each }] };
  }

  private asked(value: ValueNode): Asked {
    if (value.kind !== Kind.VARIABLE) return { number: numberOf(value) };
    const variable = value.name.value;
    const { variableDefinitions = [] } = this.operation;
    const definition = variableDefinitions.find((one) => one.variable.name.value === variable);
    return { variable, number: numberOf(definition?.defaultValue) };
  }
}

function fieldOf(type: GraphQLNamedType, name: string): Field {
  const meta = [TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef].find((one) => one.name === name);
  return meta ?? fieldsOf(type).find((field) => field.name === name)!;
}

/** A number that stands in the document, or is a variable's. */
interface Asked {
  readonly variable?: string;
  /** Of a variable: its default. */
  readonly number: number | undefined;
}

const valueOf = ({ variable, number }: Asked, variables: Variables): unknown =>
  variable !== undefined && Object.hasOwn(variables, variable) ? variables[variable] : number;

const numberOf = (value: ValueNode | undefined): number | undefined =>
  value?.kind === Kind.INT ? Number(value.value) : undefined;
