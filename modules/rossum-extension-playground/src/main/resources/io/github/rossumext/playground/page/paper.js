// The page of the document: its image if there is one, otherwise a drawing of what is where.
import {fetchApi} from './connection.js';
import {h, useEffect, useLayoutEffect, useRef, useState} from './dom.js';
import {focusField, useSelection} from './focus.js';
import {definitionOf, store} from './store.js';

const MOST_BOXES = 1500;
const A4 = Math.SQRT2;
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

function boxesOn(page) {
  const boxes = [];
  for (const field of store.fields.values()) {
    if (field.page === page && field.position && !field.hidden && boxes.length < MOST_BOXES) {
      boxes.push(field);
    }
  }
  return boxes;
}

function lastPage() {
  let last = store.head.pages;
  for (const {page, position} of store.fields.values()) {
    if (position && page > last) {
      last = page;
    }
  }
  return last;
}

/** Returns the size of a page that holds the boxes, at least as high as A4. */
function sizeOf(boxes) {
  const width = Math.max(600, ...boxes.map(({position}) => position[2])) * 1.06;
  const height = Math.max(width * A4, ...boxes.map(({position}) => position[3] * 1.03));
  return {width, height};
}

/** Draws the image of a page. A canvas, because the image needs the token to be fetched. */
function PageImage({page, onSize}) {
  const canvas = useRef(null);
  useEffect(() => {
    let isGone = false;
    fetchApi(`api/pages/${page}`).then(response => response.blob()).then(createImageBitmap).then(image => {
      if (!isGone) {
        onSize({width: image.width, height: image.height});
        Object.assign(canvas.current, {width: image.width, height: image.height});
        canvas.current.getContext('2d').drawImage(image, 0, 0);
      }
    }).catch(() => onSize(null));
    return () => { isGone = true; };
  }, [page, store.document]);
  return h('canvas', {class: 'page-image', ref: canvas});
}

/** Returns whether there is room for the label to the left of a box. */
function hasRoomForLabel({position: [left, top, , bottom], multivalue}, boxes) {
  return !multivalue && left > 300 && !boxes.some(({position: other}) =>
    other[0] < left && other[2] > left - 200 && other[1] < bottom && other[3] > top);
}

function Box({field, isSelected, hasImage, hasLabel}) {
  const [left, top, right, bottom] = field.position;
  const height = bottom - top;
  return h('g', {
    class: `box${isSelected ? ' is-selected' : ''}`,
    onClick: () => focusField(field.key),
  },
  h('title', null, definitionOf(field.schemaId).label),
  hasLabel && h('text', {
    class: 'box-label', x: left - 14, y: bottom - height * 0.26, 'font-size': height * 0.6, 'text-anchor': 'end',
  }, definitionOf(field.schemaId).label),
  !hasImage && field.text.split('\n').map((line, i, lines) => {
    const lineHeight = height / lines.length;
    return h('text', {key: i, x: left, y: top + lineHeight * (i + 0.76), 'font-size': lineHeight * 0.72}, line);
  }),
  h('rect', {x: left - 4, y: top - 4, width: right - left + 8, height: height + 8, rx: 4}));
}

function Zoom({zoom, setZoom}) {
  const at = ZOOMS.indexOf(zoom);
  return h('div', {class: 'zoom', role: 'group', 'aria-label': 'Zoom'},
    h('button', {type: 'button', class: 'icon-button', 'aria-label': 'Zoom out', disabled: at === 0,
      onClick: () => setZoom(ZOOMS[at - 1])}, '−'),
    h('button', {type: 'button', class: 'zoom-level', 'aria-label': 'Fit the width', onClick: () => setZoom(1)},
      `${zoom * 100} %`),
    h('button', {type: 'button', class: 'icon-button', 'aria-label': 'Zoom in', disabled: at === ZOOMS.length - 1,
      onClick: () => setZoom(ZOOMS[at + 1])}, '+'));
}

function PageChoice({page, last, setPage}) {
  return last > 1 && h('div', {class: 'pages', role: 'group', 'aria-label': 'Page'},
    h('button', {type: 'button', class: 'icon-button', 'aria-label': 'Page before', disabled: page === 1,
      onClick: () => setPage(page - 1)}, '‹'),
    h('span', null, `Page ${page} of ${last}`),
    h('button', {type: 'button', class: 'icon-button', 'aria-label': 'Next page', disabled: page === last,
      onClick: () => setPage(page + 1)}, '›'));
}

export function Paper() {
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  const [imageSize, setImageSize] = useState(null);
  const frame = useRef(null);
  const selected = useSelection();
  const last = lastPage();
  const hasImage = page <= store.head.pages;
  const boxes = boxesOn(page);
  const size = (hasImage && imageSize) || sizeOf(boxes);

  useEffect(() => setPage(1), [store.document]);
  useEffect(() => {
    if (selected?.position && selected.page) {
      setPage(selected.page);
    }
  }, [selected?.key]);
  useLayoutEffect(() => {
    frame.current?.querySelector('.is-selected')?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }, [selected?.key, page, zoom]);

  if (last === 0) {
    return h('div', {class: 'paper is-empty', 'data-region': 'page'},
      h('p', {class: 'empty'}, 'The document says nothing about the places of its fields, and brings no page.'));
  }
  return h('div', {class: 'paper', 'data-region': 'page', role: 'region', 'aria-label': 'Page'},
    h('div', {class: 'paper-tools'}, h(PageChoice, {page, last, setPage}), h(Zoom, {zoom, setZoom})),
    h('div', {class: 'paper-scroll', tabIndex: 0, ref: frame, role: 'group', 'aria-label': 'Drawing of the page'},
      h('div', {class: `sheet${hasImage ? ' has-image' : ''}`, style: {width: `${zoom * 100}%`}},
        hasImage && h(PageImage, {page, onSize: setImageSize}),
        h('svg', {viewBox: `0 0 ${size.width} ${size.height}`, 'aria-hidden': 'true'},
          boxes.map(field => h(Box, {
            key: field.key, field, hasImage, isSelected: field.key === selected?.key,
            hasLabel: !hasImage && hasRoomForLabel(field, boxes),
          }))))));
}
