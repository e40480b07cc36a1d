// Extracts what we need of the providers' schemas from the type declarations of their npm packages:
//   node scripts/refresh-provider-schema.mjs
// reads src/Klotho.Emit/Schema/types.json (which packages and types) and writes src/Klotho.Emit/Schema/aws.json.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const typescriptVersion = "5.9.3";
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "src", "Klotho.Emit", "Schema");
const wanted = JSON.parse(fs.readFileSync(path.join(folder, "types.json"), "utf8"));

const work = process.env.KLOTHO_SCHEMA_WORK ?? fs.mkdtempSync(path.join(os.tmpdir(), "klotho-schema-"));
const specs = Object.entries(wanted.packages).map(([name, version]) => `${name}@${version}`);
if (!fs.existsSync(path.join(work, "node_modules"))) {
  fs.writeFileSync(path.join(work, "package.json"), "{\"private\":true}");
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...specs, `typescript@${typescriptVersion}`], { cwd: work, stdio: "inherit" });
}
const ts = createRequire(path.join(work, "package.json"))("typescript");

const packages = Object.keys(wanted.packages).map(name => {
  const root = path.join(work, "node_modules", name);
  return { name, root, provider: name.slice("@pulumi/".length), types: new Map(), enums: new Map() };
});

const parse = file => ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, false);

for (const pack of packages) {
  const source = parse(path.join(pack.root, "types", "input.d.ts"));
  const walk = (statements, prefix) => {
    for (const node of statements) {
      if (ts.isInterfaceDeclaration(node)) pack.types.set(prefix + node.name.text, { node, source });
      if (ts.isModuleDeclaration(node)) walk(node.body.statements, `${prefix}${node.name.text}.`);
    }
  };
  walk(source.statements, "");
  const enums = parse(path.join(pack.root, "types", "enums", "index.d.ts"));
  for (const node of enums.statements) {
    if (!ts.isVariableStatement(node)) continue;
    for (const { name, type } of node.declarationList.declarations) {
      const names = type.members.map(member => [member.name.text, member.type.literal?.text]);
      pack.enums.set(name.text, Object.fromEntries(names.map(([key, value]) => [value, key])));
    }
  }
}

const used = new Map();      // "aws:lambda.FunctionEnvironment" -> properties
const usedEnums = new Map();

function typeText(pack, type) {
  if (ts.isUnionTypeNode(type)) {
    const parts = type.types.filter(part => part.kind !== ts.SyntaxKind.UndefinedKeyword);
    const texts = [...new Set(parts.map(part => typeText(pack, part)))];
    // string | enum, or a reference to a resource by name or by object: text is what we give.
    return texts.length === 1 ? texts[0] : texts.includes("string") ? "string" : "any";
  }
  if (ts.isArrayTypeNode(type)) return `${typeText(pack, type.elementType)}[]`;
  if (ts.isTypeLiteralNode(type)) return `{${typeText(pack, type.members[0].type)}}`;
  if (ts.isParenthesizedTypeNode(type)) return typeText(pack, type.type);
  if (type.kind === ts.SyntaxKind.StringKeyword) return "string";
  if (type.kind === ts.SyntaxKind.NumberKeyword) return "number";
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return "boolean";
  if (type.kind === ts.SyntaxKind.AnyKeyword) return "any";
  if (!ts.isTypeReferenceNode(type)) return "any";
  const name = entityName(type.typeName);
  if (/^pulumi\.(Input|Output)$/.test(name)) return typeText(pack, type.typeArguments[0]);
  if (/^pulumi\.asset\./.test(name)) return name.slice("pulumi.".length);
  if (name.startsWith("inputs.")) return `#${useType(pack, name.slice("inputs.".length))}`;
  if (name.startsWith("enums.") && pack.enums.has(name.slice("enums.".length))) {
    const short = name.slice("enums.".length);
    usedEnums.set(`${pack.provider}:${short}`, pack.enums.get(short));
    return `enum:${pack.provider}:${short}`;
  }
  return "string"; // ARN, resource names, string enums
}

const entityName = node => ts.isIdentifier(node) ? node.text : `${entityName(node.left)}.${node.right.text}`;

function useType(pack, name) {
  const key = `${pack.provider}:${name}`;
  if (!used.has(key)) {
    used.set(key, null);
    const { node, source } = pack.types.get(name);
    used.set(key, properties(pack, node, source));
  }
  return key;
}

function properties(pack, node, source) {
  const result = {};
  for (const member of node.members) {
    if (!ts.isPropertySignature(member)) continue;
    result[member.name.text] = property(typeText(pack, member.type), !member.questionToken, source, member);
  }
  return sorted(result);
}

function property(type, required, source, member) {
  const comment = source.text.slice(member.getFullStart(), member.getStart(source));
  const deprecated = /@deprecated/.test(comment);
  return (required ? "!" : "") + type + (deprecated ? " deprecated" : "");
}

const sorted = object => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

function declaration(token) {
  const [provider, module, name] = token.split(":");
  const pack = packages.find(candidate => candidate.provider === provider);
  const [folderName, file] = module === "index" ? ["", name[0].toLowerCase() + name.slice(1)] : module.split("/");
  const base = path.join(pack.root, folderName === "index" ? "" : folderName, file);
  return { pack, name, base, source: parse(`${base}.d.ts`) };
}

function resource(token) {
  const { pack, name, base, source } = declaration(token);
  if (!fs.readFileSync(`${base}.js`, "utf8").includes(`'${token}'`)) throw new Error(`${base}.js is not ${token}`);
  const type = source.statements.find(node => ts.isClassDeclaration(node) && node.name.text === name);
  const args = source.statements.find(node => ts.isInterfaceDeclaration(node) && node.name.text === `${name}Args`);
  const comment = source.text.slice(type.getFullStart(), type.getStart(source));
  const outputs = { id: "string", urn: "string" };
  for (const member of type.members) {
    if (ts.isPropertyDeclaration(member) && !member.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.StaticKeyword))
      outputs[member.name.text] = outputText(pack, member.type);
  }
  return {
    ...(/^\s*\* @deprecated/m.test(comment) ? { deprecated: true } : {}),
    inputs: properties(pack, args, source),
    outputs: sorted(outputs),
  };
}

// Outputs are only ever read whole, so nested output types are not worth their bytes.
function outputText(pack, type) {
  if (ts.isUnionTypeNode(type)) return outputText(pack, type.types.find(part => part.kind !== ts.SyntaxKind.UndefinedKeyword));
  if (ts.isTypeReferenceNode(type)) {
    const name = entityName(type.typeName);
    if (name === "pulumi.Output") return outputText(pack, type.typeArguments[0]);
    return name.startsWith("outputs.") ? "any" : "string";
  }
  if (ts.isArrayTypeNode(type)) return `${outputText(pack, type.elementType)}[]`;
  return typeText(pack, type);
}

function func(token) {
  const { pack, name, source } = declaration(token);
  const result = name[0].toUpperCase() + name.slice(1) + "Result";
  const type = source.statements.find(node => ts.isInterfaceDeclaration(node) && node.name.text === result);
  const outputs = {};
  for (const member of type.members) outputs[member.name.text] = property(outputText(pack, member.type), false, source, member);
  return { outputs: sorted(outputs) };
}

const schema = {
  packages: wanted.packages,
  date: new Date().toISOString().slice(0, 10),
  resources: Object.fromEntries(wanted.resources.map(token => [token, resource(token)])),
  functions: Object.fromEntries(wanted.functions.map(token => [token, func(token)])),
};
schema.types = sorted(Object.fromEntries(used));
schema.enums = sorted(Object.fromEntries(usedEnums));

// One line per resource and type: small, and a refresh shows what changed.
const lines = section => Object.entries(section).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n");
const text = `{
  "packages": ${JSON.stringify(schema.packages)},
  "date": ${JSON.stringify(schema.date)},
${["resources", "functions", "types", "enums"].map(name => `  "${name}": {\n${lines(schema[name])}\n  }`).join(",\n")}
}
`;
fs.writeFileSync(path.join(folder, "aws.json"), text);
console.log(`${wanted.resources.length} resources, ${used.size} nested types, ${Buffer.byteLength(text)} bytes`);
if (!process.env.KLOTHO_SCHEMA_WORK) fs.rmSync(work, { recursive: true, force: true });
