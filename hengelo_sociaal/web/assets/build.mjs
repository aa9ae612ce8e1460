// Builds static/dist: one stylesheet, one script, the icon sprite and the font.
import { build, transform } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = `${HERE}/../../..`;
const OUT = `${ROOT}/static/dist`;
const TARGET = ['chrome111', 'firefox115', 'safari16.4'];

const DECLARATION = /^\s+(--[\w-]+):.*;(\s*\/\*.*\*\/)?\s*$/;
const REFERENCE = /var\(\s*(--[\w-]+)/g;

/** Drop design tokens nothing refers to: the theme holds those of every component.
 *  Reads un-minified CSS, one declaration a line; a token may only keep another alive. */
function prune(css) {
  let lines = css.split('\n');
  for (let before = -1; before !== lines.length; ) {
    before = lines.length;
    const used = new Set([...lines.join('\n').matchAll(REFERENCE)].map((match) => match[1]));
    lines = lines.filter((line) => {
      const declaration = line.match(DECLARATION);
      return !declaration || used.has(declaration[1]);
    });
  }
  return lines.join('\n');
}

/** One small sprite with the icons of iconen.json. */
function sprite() {
  const names = JSON.parse(readFileSync(`${HERE}/iconen.json`, 'utf8'));
  const all = readFileSync(`${ROOT}/node_modules/@tabler/icons-sprite/dist/tabler-sprite-nostroke.svg`, 'utf8');
  const symbols = names.map((name) => {
    const found = all.match(new RegExp(`<symbol id="tabler-${name}" .*?</symbol>`));
    if (!found) throw new Error(`iconen.json names an icon that does not exist: ${name}`);
    return found[0].replace('tabler-', '').replace(/<path stroke="none"[^>]*\/>/, '');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

function write(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
  console.log(relative(OUT, path), contents.length);
}

async function minify(path, text, bytes) {
  const loader = path.split('.').pop();
  if (loader !== 'css' && loader !== 'js') return bytes;
  // only there all uses of a token are in sight; beheer.css sets those of Django's own stylesheet
  const source = path.endsWith('/app.css') ? prune(text) : text;
  return (await transform(source, { loader, minify: true, target: TARGET })).code;
}

rmSync(OUT, { recursive: true, force: true });
const bundle = await build({
  entryPoints: {
    app: `${HERE}/css/app.css`,
    beheer: `${HERE}/css/beheer.css`,
    'app-js': `${HERE}/js/app.js`,
  },
  bundle: true,
  minify: false,
  write: false,
  outdir: OUT,
  nodePaths: [`${ROOT}/node_modules`],
  loader: { '.woff2': 'file' },
  assetNames: 'fonts/[name]',
  target: TARGET,
});
for (const file of bundle.outputFiles) {
  write(file.path, await minify(file.path, file.text, file.contents));
}
write(`${OUT}/iconen.svg`, sprite());
write(`${OUT}/merk.svg`, readFileSync(`${HERE}/merk.svg`, 'utf8'));
