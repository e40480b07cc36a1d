// Extracts what we need of the providers' schemas from the type declarations of their npm packages:
//   node scripts/refresh-provider-schema.mjs
// reads src/Klotho.Emit/Schema/types.json (which packages and types go into which file) and writes those files beside it.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const typescriptVersion = "5.9.3";
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "src", "Klotho.Emit", "Schema");
const files = JSON.parse(fs.readFileSync(path.join(folder, "types.json"), "utf8"));

const work = process.env.KLOTHO_SCHEMA_WORK ?? fs.mkdtempSync(path.join(os.tmpdir(), "klotho-schema-"));
if (!fs.existsSync(path.join(work, "node_modules"))) {
  const specs = Object.values(files).flatMap(file => Object.entries(file.packages)).map(([name, version]) => `${name}@${version}`);
  fs.writeFileSync(path.join(work, "package.json"), "{\"private\":true}");
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...specs, `typescript@${typescriptVersion}`], { cwd: work, stdio: "inherit" });
}
const ts = createRequire(path.join(work, "package.json"))("typescript");

const parse = file => ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, false);
const sorted = object => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
const entityName = node => ts.isIdentifier(node) ? node.text : `${entityName(node.left)}.${node.right.text}`;

/** The declarations of one npm package; what is used of its nested types is collected on the way. */
class Package {
  constructor(name, opaque) {
    this.opaque = (opaque ?? []).map(pattern => new RegExp(pattern));
    this.provider = name.slice("@pulumi/".length);
    this.root = path.join(work, "node_modules", name);
    const { version } = JSON.parse(fs.readFileSync(path.join(this.root, "package.json"), "utf8"));
    const wanted = Object.values(files).map(file => file.packages[name]).find(Boolean);
    if (version !== wanted) throw new Error(`${work} holds ${name}@${version}, wanted is ${wanted}`);
    this.declared = { inputs: this.interfaces("input.d.ts"), outputs: this.interfaces("output.d.ts") };
    this.enums = this.constants();
    this.used = { inputs: new Map(), outputs: new Map() };
    this.usedEnums = new Map();
  }

  interfaces(file) {
    const found = new Map();
    const source = parse(path.join(this.root, "types", file));
    const walk = (statements, prefix) => {
      for (const node of statements) {
        if (ts.isInterfaceDeclaration(node)) found.set(prefix + node.name.text, { node, source });
        if (ts.isModuleDeclaration(node)) walk(node.body.statements, `${prefix}${node.name.text}.`);
      }
    };
    walk(source.statements, "");
    return found;
  }

  /** Closed sets of values: what the package exports as a constant object beside a type of the same name. */
  constants() {
    const found = new Map();
    const read = (file, prefix) => {
      if (!fs.existsSync(file)) return;
      for (const node of parse(file).statements) {
        if (ts.isImportDeclaration(node) && node.importClause?.namedBindings?.name) {
          const module = node.importClause.namedBindings.name.text;
          read(path.join(path.dirname(file), module, "index.d.ts"), `${prefix}${module}.`);
        }
        if (!ts.isVariableStatement(node)) continue;
        for (const { name, type } of node.declarationList.declarations) {
          const members = type.members.map(member => [member.type.literal?.text, member.name.text]);
          found.set(prefix + name.text, sorted(Object.fromEntries(members)));
        }
      }
    };
    read(path.join(this.root, "types", "enums", "index.d.ts"), "");
    return found;
  }

  /** A type in the notation of the data file, which SchemaType.Parse reads. */
  text(type, side) {
    if (ts.isUnionTypeNode(type)) return this.union(type.types.filter(part => part.kind !== ts.SyntaxKind.UndefinedKeyword), side);
    if (ts.isArrayTypeNode(type)) return `${this.text(type.elementType, side)}[]`;
    if (ts.isTypeLiteralNode(type)) return `{${this.text(type.members[0].type, side)}}`;
    if (ts.isParenthesizedTypeNode(type)) return this.text(type.type, side);
    if (type.kind === ts.SyntaxKind.StringKeyword) return "string";
    if (type.kind === ts.SyntaxKind.NumberKeyword) return "number";
    if (type.kind === ts.SyntaxKind.BooleanKeyword) return "boolean";
    if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return `"${type.literal.text}"`;
    if (!ts.isTypeReferenceNode(type)) return "any";
    const name = entityName(type.typeName);
    if (/^pulumi\.(Input|Output)$/.test(name)) return this.text(type.typeArguments[0], side);
    if (/^pulumi\.asset\./.test(name)) return name.slice("pulumi.".length);
    const short = name.slice(name.indexOf(".") + 1);
    const key = `${this.provider}:${short}`;
    if (/^(in|out)puts\./.test(name)) return this.isOpaque(key, side) ? "any" : `#${this.use(short, key, side)}`;
    if (name.startsWith("enums.") && this.enums.has(short) && !this.isOpaque(key, side)) {
      this.usedEnums.set(key, this.enums.get(short));
      return `enum:${key}`;
    }
    return "string"; // ARN, a resource's name
  }

  /** What types.json doesn't want to know: deep types that we give no value of, and sets to which the provider adds. */
  isOpaque(key, side) {
    return this.opaque.some(pattern => pattern.test(side === "outputs" ? `output ${key}` : key));
  }

  union(types, side) {
    const texts = [...new Set(types.map(type => this.text(type, side)))];
    if (texts.length === 1) return texts[0];
    if (texts.every(text => text === "number" || text === "string")) return "number|string";
    const set = texts.find(text => text.startsWith("enum:"));
    if (set && texts.length === 2 && texts.includes("string")) return `string of ${set.slice("enum:".length)}`;
    // A reference to a resource by name or by object: text is what we give.
    return texts.includes("string") ? "string" : "any";
  }

  use(name, key, side) {
    const used = this.used[side];
    if (!used.has(key)) {
      used.set(key, null);
      const { node, source } = this.declared[side].get(name);
      used.set(key, this.properties(node, source, side));
    }
    return key;
  }

  properties(node, source, side) {
    const result = {};
    for (const member of node.members) {
      if (ts.isIndexSignatureDeclaration(member)) result["*"] = this.text(member.type, side);
      if (!ts.isPropertySignature(member)) continue;
      const comment = source.text.slice(member.getFullStart(), member.getStart(source));
      const deprecated = /@deprecated/.test(comment) ? " deprecated" : "";
      result[member.name.text] = (member.questionToken ? "" : "!") + narrowed(this.text(member.type, side), comment) + deprecated;
    }
    return sorted(result);
  }

  resource(token) {
    const { name, base, source } = this.declaration(token);
    const type = source.statements.find(node => ts.isClassDeclaration(node) && node.name.text === name);
    const args = source.statements.find(node => ts.isInterfaceDeclaration(node) && node.name.text === `${name}Args`);
    const script = fs.readFileSync(`${base}.js`, "utf8");
    if (!script.includes(`'${token}'`) && !["CustomResource", "Provider"].includes(name)) throw new Error(`${base}.js is not ${token}`);
    const comment = source.text.slice(type.getFullStart(), type.getStart(source));
    const outputs = { id: "!string", urn: "!string" };
    for (const member of type.members) {
      const hidden = member.modifiers?.some(modifier => [ts.SyntaxKind.StaticKeyword, ts.SyntaxKind.PrivateKeyword].includes(modifier.kind));
      if (ts.isPropertyDeclaration(member) && !hidden) outputs[member.name.text] = this.output(member.type);
    }
    return {
      ...(/^\s*\* @deprecated/m.test(comment) ? { deprecated: true } : {}),
      inputs: this.properties(args, source, "inputs"),
      outputs: sorted(outputs),
    };
  }

  /** An output that may be undefined is marked like an input that may be left out. */
  output(type) {
    const inner = type.typeArguments[0];
    const optional = ts.isUnionTypeNode(inner) && inner.types.some(part => part.kind === ts.SyntaxKind.UndefinedKeyword);
    return (optional ? "" : "!") + this.text(inner, "outputs");
  }

  function(token) {
    const { name, source } = this.declaration(token);
    const title = name[0].toUpperCase() + name.slice(1);
    const find = suffix => source.statements.find(node => ts.isInterfaceDeclaration(node) && node.name.text === title + suffix);
    return {
      ...(find("OutputArgs") ? { inputs: this.properties(find("OutputArgs"), source, "inputs") } : {}),
      outputs: this.properties(find("Result"), source, "outputs"),
    };
  }

  declaration(token) {
    const [, module, name] = token.split(":");
    const lower = name[0].toLowerCase() + name.slice(1);
    // aws names a module and a file; kubernetes an API group (whose folder is the first part of it) and a version.
    const [group, ...rest] = module.split("/");
    const folders = this.provider !== "kubernetes" ? [group === "index" ? "" : group, rest[0] ?? lower]
      : name === "Provider" ? ["", "provider"]
      : [group.split(".")[0], ...rest, lower];
    const base = path.join(this.root, ...folders);
    return { name, base, source: parse(`${base}.d.ts`) };
  }
}

/** A text whose comment lists its values, and no others, is one of those. */
function narrowed(text, comment) {
  const [, array] = /^string(\[\])?$/.exec(text) ?? [];
  if (text !== "string" && !array) return text;
  const sentence = /(?:Valid|Allowed) (?:values|options)(?: are|:)\s+((?:(?:,\s*|\s+|and |or |\(default\))*`[\w*:/.-]+`)+)(?:\s*\(default\))?\s*(?:\.|$)/m.exec(comment.replace(/\s*\n\s*\*\/?\s*/g, " "));
  const values = sentence ? [...sentence[1].matchAll(/`([^`]+)`/g)].map(match => match[1]).sort() : [];
  return values.length < 2 || values.some(value => /^\d+(XX)?$/.test(value)) ? text : `string of ${values.join("|")}${array ?? ""}`;
}

// One line per resource and type: small, and a refresh shows what changed.
const lines = section => Object.entries(section).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n");

for (const [file, wanted] of Object.entries(files)) {
  const packages = Object.keys(wanted.packages).map(name => new Package(name, wanted.opaque));
  // pulumi:providers:kubernetes is declared by its own package.
  const of = token => packages.find(each => each.provider === token.split(":")[0]) ?? packages.find(each => token === `pulumi:providers:${each.provider}`);
  const canonical = token => token.startsWith("pulumi:providers:") ? `${token.split(":")[2]}:index:Provider` : token;
  const sections = {
    resources: Object.fromEntries(wanted.resources.map(token => [token, of(token).resource(canonical(token))])),
    functions: Object.fromEntries(wanted.functions.map(token => [token, of(token).function(token)])),
    types: sorted(Object.fromEntries(packages.flatMap(each => [...each.used.inputs]))),
    outputTypes: sorted(Object.fromEntries(packages.flatMap(each => [...each.used.outputs]))),
    enums: sorted(Object.fromEntries(packages.flatMap(each => [...each.usedEnums]))),
  };
  const body = Object.entries(sections).map(([name, section]) => `  "${name}": {\n${lines(section)}\n  }`).join(",\n");
  const text = `{\n  "packages": ${JSON.stringify(wanted.packages)},\n  "date": "${new Date().toISOString().slice(0, 10)}",\n${body}\n}\n`;
  fs.writeFileSync(path.join(folder, file), text);
  console.log(`${file}: ${wanted.resources.length} resources, ${Object.keys(sections.types).length} nested types, ${Buffer.byteLength(text)} bytes`);
}

if (!process.env.KLOTHO_SCHEMA_WORK) fs.rmSync(work, { recursive: true, force: true });
