/**
 * A store query that names a row by its id must also name the organisation it belongs to, so that a guessed id of
 * another company finds nothing. Where that cannot be, a comment beginning with `no tenant:` says why.
 */

/** Models whose rows belong to one organisation. */
const tenantModels = new Set([
  'assessment', 'case', 'dossier', 'exhibit', 'invitation', 'membership', 'shareLink', 'provider', 'offer', 'assignment', 'vetting',
]);
const scopeFields = new Set(['organisationId', 'providerId', 'case', 'assessment', 'organisation', 'userId', 'tokenHash', 'provider']);
const readMethods = new Set([
  'findFirst', 'findFirstOrThrow', 'findUnique', 'findUniqueOrThrow', 'findMany', 'update', 'updateMany', 'delete', 'deleteMany',
]);

/** @type {import('eslint').Rule.RuleModule} */
export const tenantScope = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { missing: 'A query by id on "{{model}}" must name its organisation too, or say why not in a comment: "no tenant: …".' },
  },
  create(context) {
    return {
      CallExpression(call) {
        const callee = call.callee;
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !readMethods.has(callee.property.name)) return;
        const target = callee.object;
        if (target.type !== 'MemberExpression' || target.property.type !== 'Identifier') return;
        const model = target.property.name;
        if (!tenantModels.has(model)) return;
        const where = propertyOf(call.arguments[0], 'where');
        if (!where || where.type !== 'ObjectExpression') return;
        const names = where.properties.flatMap((property) => (property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : []));
        if (!names.includes('id') || names.some((field) => scopeFields.has(field))) return;
        if (hasReason(context.sourceCode, call)) return;
        context.report({ node: call, messageId: 'missing', data: { model } });
      },
    };
  },
};

function propertyOf(node, name) {
  if (!node || node.type !== 'ObjectExpression') return undefined;
  const property = node.properties.find((each) => each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === name);
  return property?.value;
}

function hasReason(sourceCode, call) {
  const from = call.loc.start.line - 3;
  return sourceCode.getAllComments().some((comment) => comment.loc.start.line >= from && comment.loc.end.line <= call.loc.end.line && /no tenant: \S/.test(comment.value));
}
