import {
  elementsIn,
  isElement,
  type OfficePart,
  type PackageProblem,
  type XmlElement,
} from '../../office/index.ts';
import { type ContentModel, contentModels } from './content-models.ts';

/** Elements that stand where the format has no place for them, and attributes that are missing or unknown. */
export function misplacedElements({ name, root }: OfficePart): readonly PackageProblem[] {
  return root ? problemsOf(root, root.name).map((message) => ({ part: name, message })) : [];
}

function problemsOf(element: XmlElement, modelName: string): readonly string[] {
  const model = contentModels.get(modelName);
  const readings = model ? [childrenIn(element, 'mc:Choice'), childrenIn(element, 'mc:Fallback')] : [];
  const own = model ? [...attributeProblems(element, model), ...orderProblems(element, model, readings)] : [];
  const below = isAlternative(element)
    ? elementsIn(element).flatMap((branch) => elementsIn(branch).map((child) => [child, child.name] as const))
    : elementsIn(element).map((child) => [child, model?.children.get(child.name) ?? child.name] as const);
  return [...own, ...below.flatMap(([child, name]) => problemsOf(child, name))];
}

function orderProblems(
  { name }: XmlElement,
  model: ContentModel,
  readings: readonly (readonly XmlElement[])[],
): readonly string[] {
  for (const children of readings) {
    const names = children.map((child) => child.name);
    const stranger = names.find((child) => !model.names.has(child));
    if (stranger) return [`${stranger} has no place in ${name}`];
    if (!model.content.test(names.map((child) => `${child};`).join('')))
      return [`${name} holds ${names.join(', ') || 'nothing'}, but should hold ${model.text || 'nothing'}`];
  }
  return [];
}

function attributeProblems({ name, attributes }: XmlElement, model: ContentModel): readonly string[] {
  const missing = model.required.filter((attribute) => !attributes.has(attribute));
  // What other namespaces add is theirs to know.
  const unknown = [...attributes.keys()].filter(
    (attribute) => model.attributes && !model.attributes.includes(attribute) && !/^(?!r:).*:/.test(attribute),
  );
  return [
    ...missing.map((attribute) => `${name} has no attribute ${attribute}`),
    ...unknown.map((attribute) => `${name} has an attribute ${attribute}, which it cannot have`),
  ];
}

function isAlternative({ name }: XmlElement): boolean {
  return name === 'mc:AlternateContent';
}

/** The children as a program reads them that knows all that is in the file, or nothing of what is new (part 3, 7.2). */
function childrenIn(element: XmlElement, branch: 'mc:Choice' | 'mc:Fallback'): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) => {
    if (!isAlternative(child)) return [child];
    const taken = child.children.filter(isElement).find(({ name }) => name === branch);
    return taken ? elementsIn(taken) : [];
  });
}
