// Preact, which classic scripts have loaded before the modules run.
export const {h, render, Component, Fragment} = window.preact;
export const {useState, useRef, useEffect, useLayoutEffect, useMemo} = window.preactHooks;

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
