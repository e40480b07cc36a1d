// Reads {"file": "text"} from the standard input, parses each file as YAML, and validates each document by the schema of its kind.
// Writes {"file": ["Deployment main: what is wrong"]}.
const { parseAllDocuments } = require("yaml");

function kindOf({ apiVersion, kind }) {
  const pack = apiVersion.startsWith("gateway.") ? "@kubernetes-models/gateway-api" : "kubernetes-models";
  return require(`${pack}/${apiVersion}`)[kind];
}

function problemOf(object) {
  const type = kindOf(object);
  if (!type) return `${object.apiVersion} has no ${object.kind}`;
  try {
    new type(object).validate();
    return null;
  } catch (error) {
    return error.message;
  }
}

const files = JSON.parse(require("fs").readFileSync(0, "utf8"));
const answers = {};
for (const [file, text] of Object.entries(files)) {
  answers[file] = parseAllDocuments(text).map(document => {
    if (document.errors.length > 0) return `${document.errors[0].message}`;
    const object = document.toJS();
    const problem = problemOf(object);
    return `${object.kind} ${object.metadata.name}: ${problem ?? "valid"}`;
  });
}
process.stdout.write(JSON.stringify(answers));
