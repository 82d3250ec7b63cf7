// The limited HTML of messages. It is never parsed as HTML: elements are made for what is allowed, and
// the rest is text or nothing.
import {h} from './dom.js';

const TAGS = new Set(['b', 'strong', 'i', 'a', 'ul', 'ol', 'li', 'br']);
const TOKEN = /<!--[^]*?-->|<(script|style)\b[^]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const HREF = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const LINK = /^(https?|mailto):/i;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
const ENTITIES = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0', hellip: '…', ndash: '–', mdash: '—'};

/** Returns what the page shows of a message. */
export function rendered(markup) {
  return nodes(tree(markup));
}

/** Returns the text of a message. */
export function plain(markup) {
  return decoded(markup.replace(TOKEN, ''));
}

function decoded(text) {
  return text.replace(ENTITY, (entity, decimal, hex, name) => {
    if (name) {
      return ENTITIES[name.toLowerCase()] ?? entity;
    }
    const code = decimal ? parseInt(decimal, 10) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

/** Returns the allowed elements and the texts. What is not closed ends with what is around it. */
function tree(markup) {
  const root = {children: []};
  const open = [root];
  const add = child => open[open.length - 1].children.push(child);
  let from = 0;
  for (const token of markup.matchAll(TOKEN)) {
    add(decoded(markup.slice(from, token.index)));
    from = token.index + token[0].length;
    const tag = token[3]?.toLowerCase();
    if (!TAGS.has(tag)) {
      continue;
    }
    if (token[2]) {
      const at = open.findLastIndex(element => element.tag === tag);
      open.length = at > 0 ? at : open.length;
    } else {
      const element = {tag, attributes: tag === 'a' ? link(token[4]) : null, children: []};
      add(element);
      if (tag !== 'br') {
        open.push(element);
      }
    }
  }
  add(decoded(markup.slice(from)));
  return root.children;
}

/** A link opens outside, and leads only to where nothing runs in this page. */
function link(attributes) {
  const found = HREF.exec(attributes);
  const href = decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
  return LINK.test(href) ? {href, target: '_blank', rel: 'noopener noreferrer'} : null;
}

function nodes(children) {
  return children.map(child => typeof child === 'string'
    ? child
    : h(child.tag, child.attributes, child.tag === 'br' ? null : nodes(child.children)));
}
