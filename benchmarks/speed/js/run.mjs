// Lints every text of a JSON Lines file with one pattern rule (textlint-rule-prh), through textlint's Node API.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";
import { TextlintKernelDescriptor } from "@textlint/kernel";
import { createLinter } from "textlint";

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const load = (name) => require(name).default ?? require(name);

const descriptor = new TextlintKernelDescriptor({
  rules: [{ ruleId: "prh", rule: load("textlint-rule-prh"), options: { rulePaths: [path.join(here, "prh.yml")] } }],
  filterRules: [],
  plugins: [{ pluginId: "text", plugin: load("@textlint/textlint-plugin-text") }],
});
const linter = createLinter({ descriptor, cwd: here });

for await (const line of readline.createInterface({ input: fs.createReadStream(process.argv[2]), crlfDelay: Infinity })) {
  await linter.lintText(JSON.parse(line).text, "page.txt");
}
