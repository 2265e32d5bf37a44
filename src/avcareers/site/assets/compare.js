"use strict";
// Jobs, or schools, side by side: those of the address. What is said of each is a script of its own, loaded when asked.
(function () {
  var form = document.querySelector("form.compare"), into = document.querySelector(".compared");
  var said = JSON.parse(form.dataset.said), language = document.documentElement.lang;
  var adding = document.getElementById("f-add"), status = document.querySelector(".counted");
  var twin = document.querySelector("a.twin"), twinPage = twin.getAttribute("href");
  var made = avcareersElements.made, filled = avcareersElements.filled, fold = avcareersElements.fold;
  var groups = said.groups, told = {}, asked = 0, title = document.title, every = [];
  Object.keys(groups).forEach(function (kind) { groups[kind].names = {}; });
  Array.from(adding.list.options).forEach(function (option) {
    var name = option.value, kind = option.dataset.kind, key = option.dataset.key;
    groups[kind].names[key] = name;
    every.push({ kind: kind, key: key, name: name, called: [name].concat((option.dataset.also || "").split("|")).map(fold) });
  });

  window.avcareersTold = function (one) { told[one[0] + "/" + one[1]] = one[2][language]; };

  // The kind that the address names first, the records of it, and what is set aside.
  function read() {
    var found = { kind: "", keys: [], ignored: [] };
    new URLSearchParams(location.search).forEach(function (key, kind) {
      var known = groups[kind] && Object.prototype.hasOwnProperty.call(groups[kind].names, key);
      if (known && !found.kind) { found.kind = kind; }
      if (known && found.keys.includes(key)) { return; }
      if (known && kind === found.kind && found.keys.length < said.most) { found.keys.push(key); } else { found.ignored.push(kind + " = " + key); }
    });
    return found;
  }

  function address(kind, keys) {
    return location.pathname + (keys.length ? "?" + avcareersElements.asked({ [kind]: keys }) : "");
  }

  function load(kind, key, done) {
    if (told[kind + "/" + key]) { done(); return; }
    avcareersElements.load(groups[kind].scripts + encodeURIComponent(key) + ".js", done);
  }

  // Those that are compared, each with the way to do without it.
  function chosen(kind, keys) {
    var list = made("ul", "", "chosen");
    keys.forEach(function (key) {
      var item = made("li"), link = made("a", groups[kind].names[key]), remove = made("button", said.remove);
      link.href = groups[kind].pages + encodeURIComponent(key) + ".html";
      remove.type = "button";
      remove.addEventListener("click", function () {
        go(kind, keys.filter(function (other) { return other !== key; }), filled(said.removed, [groups[kind].names[key]]));
      });
      remove.setAttribute("aria-label", said.remove + " " + groups[kind].names[key]);
      item.append(link, " ", remove);
      list.append(item);
    });
    return list;
  }

  // The style lays a table out otherwise on a phone: roles say what its parts are.
  function part(name, role, text) {
    var element = made(name, text);
    element.setAttribute("role", role);
    if (name === "th") { element.setAttribute("scope", role === "columnheader" ? "col" : "row"); }
    return element;
  }

  function table(kind, keys, sheets) {
    var drawn = part("table", "table"), head = part("tr", "row"), same = [], silent = [], body = part("tbody", "rowgroup");
    var names = keys.map(function (key) { return groups[kind].names[key]; });
    head.append(part("td", "cell"));
    names.forEach(function (name) {
      var heading = part("th", "columnheader", name);
      heading.lang = "fr";
      head.append(heading);
    });
    sheets[0].rows.forEach(function (row, place) {
      var cells = sheets.map(function (sheet) { return sheet.rows[place][1]; });
      if (keys.length > 1 && cells.every(function (cell) { return cell === cells[0]; })) {
        if (cells[0] === said.unknown) { silent.push(row[0]); } else { same.push(row[0] + " (" + cells[0] + ")"); }
        return;
      }
      var line = part("tr", "row");
      line.append(part("th", "rowheader", row[0]));
      cells.forEach(function (cell, column) {
        var told = part("td", "cell", cell);
        told.dataset.column = names[column];
        line.append(told);
      });
      body.append(line);
    });
    var top = part("thead", "rowgroup");
    top.append(head);
    drawn.append(top, body);
    var heading = made("h2", said.heading);
    heading.id = "compared";
    drawn.setAttribute("aria-labelledby", heading.id);
    into.append(heading, drawn);
    if (same.length) { into.append(made("p", said.same + said.colon + same.join(" ; ") + ".")); }
    if (silent.length) { into.append(made("p", said.silent + said.colon + silent.join(", ") + ".")); }
  }

  function show(found) {
    into.replaceChildren();
    if (found.ignored.length) { into.append(made("p", filled(said.ignored, [found.ignored.join(", ")]), "warn")); }
    if (!found.keys.length) { return; }
    var sheets = found.keys.map(function (key) { return told[found.kind + "/" + key]; });
    if (!sheets.every(Boolean)) { into.append(made("p", said.failed, "warn")); return; }
    found.keys.forEach(function (key, place) {
      found.keys.slice(place + 1).forEach(function (other, after) {
        var decides = sheets[place].deciding[other] || sheets[place + 1 + after].deciding[key];
        if (decides) { into.append(made("p", decides, "decides")); }
      });
    });
    into.append(chosen(found.kind, found.keys));
    var warning = sheets.map(function (sheet) { return sheet.warning; }).find(Boolean);
    if (warning) { into.append(made("p", warning, "warn")); }
    table(found.kind, found.keys, sheets);
  }

  function start(done) {
    var found = read(), left = found.keys.length, mine = ++asked;
    var rest = left ? said[left < 2 ? "more" : "compared"] : "";
    status.textContent = done ? (done + " " + rest).trim() : rest;
    var names = found.keys.map(function (key) { return groups[found.kind].names[key]; });
    document.title = (left ? said.title + said.colon + names.join(", ") + " – " : "") + (left ? title.replace(/^.*? – /, "") : title);
    twin.href = twinPage + location.search;
    // Jobs are compared with jobs, schools with schools, and no name twice.
    Array.from(adding.list.options).forEach(function (option) {
      var other = found.kind && option.dataset.kind !== found.kind;
      option.disabled = Boolean(other) || found.keys.includes(option.dataset.key);
    });
    if (!left) { show(found); }
    found.keys.forEach(function (key) {
      load(found.kind, key, function () {
        left -= 1;
        if (!left && mine === asked) { show(found); }
      });
    });
  }

  // One stays on the page, where one was: some browsers let no script change the address of a file.
  function go(kind, keys, done) {
    try {
      history.pushState(null, "", address(kind, keys));
    } catch (_) {
      location.href = address(kind, keys);
      return;
    }
    adding.value = "";
    adding.focus();
    start(done);
  }

  function put(found, one) {
    go(one.kind, found.keys.concat(one.key), filled(said.added, [one.name]));
  }

  // Those of which a name is the one typed, else those with a name near it.
  function meant(typed, among) {
    var bare = fold(typed), names = [], exact = among.filter(function (one) { return one.called.includes(bare); });
    if (exact.length) { return { sure: exact.length === 1, all: exact }; }
    among.forEach(function (one) { names.push.apply(names, one.called.filter(Boolean)); });
    var near = avcareersElements.alike(typed, names).map(function (name) {
      return among.find(function (one) { return one.called.includes(name); });
    });
    return { sure: false, all: near.filter(function (one, place) { return near.indexOf(one) === place; }) };
  }

  // What is near a name is asked about: another school put in unseen would be believed.
  function add() {
    var found = read(), typed = adding.value.trim();
    if (!typed) { return; }
    if (found.keys.length >= said.most) { status.textContent = said.full; return; }
    function own(one) { return !found.kind || one.kind === found.kind; }
    function there(one) { return own(one) && found.keys.includes(one.key); }
    var whole = meant(typed, every), near = whole.sure ? whole : meant(typed, every.filter(own));
    if (!near.all.length) { near = whole; }
    var left = near.all.filter(function (one) { return !there(one); }), first = near.all[0];
    if (!first) { status.textContent = filled(said.nobody, [typed]); return; }
    if (!left.length) { status.textContent = filled(said.already, [first.name]); return; }
    if (!own(first)) { status.replaceChildren(filled(said.other[first.kind], [first.name]), " ", anew(first)); return; }
    if (near.sure) { put(found, first); return; }
    status.textContent = said.which;
    left.forEach(function (one) {
      var choice = made("button", one.name);
      choice.type = "button";
      choice.addEventListener("click", function () { put(found, one); });
      status.append(" ", choice);
    });
  }

  function anew(one) {
    var link = made("a", filled(said.anew, [one.name]));
    link.href = address(one.kind, [one.key]);
    return link;
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    add();
  });
  window.addEventListener("popstate", function () { start(); });
  form.classList.add("ready");
  start();
})();
