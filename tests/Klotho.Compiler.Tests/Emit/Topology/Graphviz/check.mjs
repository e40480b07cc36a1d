// Reads a graph in the language of Graphviz, lets Graphviz lay it out, and prints what it read.
import { instance } from "@viz-js/viz";
import { readFileSync } from "node:fs";

const viz = await instance();
const graph = viz.renderJSON(readFileSync(0, "utf8"));
const names = new Map((graph.objects ?? []).map(node => [node._gvid, node.name]));
console.log(JSON.stringify({
  name: graph.name,
  nodes: graph.objects.map(node => ({ name: node.name, label: node.label, shape: node.shape, drawn: node._draw_ !== undefined })),
  edges: graph.edges.map(edge => ({ from: names.get(edge.tail), to: names.get(edge.head), label: edge.label })),
}));
