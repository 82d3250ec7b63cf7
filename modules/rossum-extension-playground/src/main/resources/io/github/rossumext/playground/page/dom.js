// Preact, which classic scripts have loaded before the modules run.
export const {h, render, Component, Fragment} = window.preact;
export const {useState, useRef, useEffect, useLayoutEffect, useMemo} = window.preactHooks;

/**
 * Returns elements with keys that stay the same as long as the entries do. Equal entries are told
 * apart by their order.
 */
export function keyed(entries, toKey, toElement) {
  const seen = new Map();
  return entries.map(entry => {
    const key = toKey(entry);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return h(Fragment, {key: `${before} ${key}`}, toElement(entry));
  });
}

/** Renders a component again only if one of its properties is another value. */
export function memo(component) {
  return class extends Component {
    shouldComponentUpdate(next) {
      const names = Object.keys(next);
      return names.length !== Object.keys(this.props).length
        || names.some(name => next[name] !== this.props[name]);
    }

    render(props) {
      return h(component, props);
    }
  };
}
