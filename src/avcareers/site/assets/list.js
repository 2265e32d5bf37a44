"use strict";
// A list and its filters: rows are hidden, never rebuilt. What is asked stands in the address, so that it can be sent.
(function () {
  var data = null, waiting = [], judging = avcareersJudging;
  var made = avcareersElements.made, filled = avcareersElements.filled, address = avcareersElements.asked;
  var form = document.querySelector("form.filters"), table = document.querySelector("main table");
  if (!form || !table) { return; }
  var said = JSON.parse(form.dataset.said), french = document.documentElement.lang === "fr";
  var status = document.querySelector(".counted"), about = document.querySelector(".about-list");
  var facets = document.querySelector("nav.facets"), twin = document.querySelector("a.twin");
  var twinPage = twin.getAttribute("href");
  var body = table.tBodies[0], below = made("div", "", "left-out");
  table.after(below);

  var heading = null, every = Array.from(body.rows).map(function (row) {
    if (row.classList.contains("group")) { heading = row; }
    return { row: row, key: row.dataset.key, group: heading };
  });
  var first = {};
  every.forEach(function (one) { if (one.key && !first[one.key]) { first[one.key] = one; } });

  // What the data hold of each filter comes with the first question: a list is read more often than asked.
  function known(done) {
    data = window.avcareersListed || null;
    if (data) { done(); return; }
    if (waiting.push(done) === 1) {
      avcareersElements.load(form.dataset.records, function () {
        if (window.avcareersListed) { waiting.splice(0).forEach(known); }
      });
    }
  }

  // So do the communes of France, when a city is asked for that is none of those of the list.
  function read(asks, typing, done) {
    known(function () {
      var state = judging.read(data, asks);
      if (typing || !lost(state) || data.communes || !form.dataset.communes) { done(state); return; }
      avcareersElements.load(form.dataset.communes, function () {
        data.communes = (window.avcareersCommunes || "").split("\n").map(function (line) {
          var cells = line.split("\t");
          return { name: cells[0], codes: (cells[1] || "").split(" "), lat: Number(cells[2]), lon: Number(cells[3]) };
        });
        done(judging.read(data, asks));
      });
    });
  }

  function lost(state) {
    return state.ignored.some(function (each) { return each[0] === "near"; });
  }

  function counted(number) {
    return filled(said.counted[Number(french ? number >= 2 : number !== 1)], [number, Object.keys(data.records).length]);
  }

  function labelOf(name, word) {
    var control = document.getElementById("f-" + name), option = control && Array.from(control.options || [])
      .find(function (each) { return each.value === String(word); });
    if (option) { return option.textContent; }
    return name === "near" ? data.places[word][0] : String(word);
  }

  // What the form says, as an address would.
  function typed() {
    var params = new URLSearchParams();
    Array.from(form.elements).forEach(function (control) {
      var skipped = !control.name || !control.value || (control.type === "checkbox" && !control.checked);
      if (skipped || (control.name === "within" && !form.elements.near.value)) { return; }
      params.append(control.name, control.value);
    });
    return String(params);
  }

  // A filter that takes several values has a control for each, and an empty one to add another.
  function also(choice, word) {
    var joined = choice.dataset.several, part = made("span", joined + " ", "also");
    var control = choice.querySelector("[name]").cloneNode(true);
    control.removeAttribute("id");
    control.setAttribute("aria-label", choice.querySelector("label").textContent + ", " + joined);
    control.value = word;
    part.append(control);
    choice.append(part);
  }

  function spare(choice) {
    var controls = Array.from(choice.querySelectorAll("[name]")), last = controls.pop();
    controls.slice(1).forEach(function (control) {
      if (control.value) { return; }
      if (control === document.activeElement) { last.focus(); }
      control.parentNode.remove();
    });
    if (last.value) { also(choice, ""); }
  }

  function fill(words) {
    Array.from(form.elements).forEach(function (control) {
      var chosen = words[control.name] || [], choice = control.closest("[data-several]");
      if (control.type === "checkbox") { control.checked = chosen.length > 0; return; }
      control.value = control.name === "near" && chosen[0] ? data.places[chosen[0]][0] : chosen[0] || "";
      if (!choice) { return; }
      chosen.slice(1).forEach(function (word) { also(choice, word); });
      spare(choice);
    });
    var more = form.querySelector("details");
    more.open = Array.from(more.querySelectorAll("[name]")).some(function (control) { return words[control.name]; });
  }

  function notes(one, programmes, state) {
    one.row.querySelectorAll(".kept").forEach(function (note) { note.remove(); });
    var record = data.records[one.key], known = record.programmes || [], lines = [];
    if (state.used && programmes && known.length > 1 && programmes.length) {
      lines.push(filled(said.kept, [programmes.length, known.length]));
    }
    if (state.near && programmes) {
      var away = judging.distance(state.near, record, programmes);
      if (away !== null) { lines.push(filled(said.kilometres, [Math.round(away)])); }
    }
    if (lines.length) { one.row.cells[0].append(made("span", " " + lines.join(" – "), "kept")); }
  }

  function rank(order, found, asked) {
    var by = {};
    Object.keys(found.matching).forEach(function (key) {
      var programmes = found.matching[key];
      var value = order === "distance" ? judging.distance(asked.near, data.records[key], programmes)
        : order === "fees" ? judging.lowest(programmes, asked) : 0;
      by[key] = value === null ? Infinity : value;
    });
    return by;
  }

  function show(found, asked, used) {
    var order = asked.sort === "distance" && !asked.near ? "" : asked.sort || (asked.near ? "distance" : "");
    var regions = asked.region, left = new Set();
    every.forEach(function (one) {
      if (!one.key) { return; }
      var programmes = found.matching[one.key];
      var elsewhere = regions && one.group && !regions.includes(one.group.textContent);
      one.row.hidden = !programmes || (order ? first[one.key] !== one : elsewhere);
      if (!one.row.hidden) { left.add(one.group); }
      if (said.kept) { notes(one, programmes, { used: used, near: asked.near }); }
    });
    every.forEach(function (one) { if (!one.key) { one.row.hidden = Boolean(order) || !left.has(one.row); } });
    var place = new Map(every.map(function (one, index) { return [one, index]; })), by = order ? rank(order, found, asked) : {};
    var sorted = !order ? every : every.filter(function (one) { return one.key; }).sort(function (a, b) {
      if (by[a.key] !== by[b.key] && order !== "name") { return (by[a.key] || 0) < (by[b.key] || 0) ? -1 : 1; }
      return name(a).localeCompare(name(b), document.documentElement.lang) || place.get(a) - place.get(b);
    });
    if (body.dataset.order !== order) { body.append.apply(body, sorted.map(function (one) { return one.row; })); }
    // An order by cost or distance depends on what is asked: it is made anew each time.
    body.dataset.order = order === "fees" || order === "distance" ? "anew" : order;
    table.hidden = !Object.keys(found.matching).length;
    if (facets) { facets.hidden = used || Boolean(order); }
  }

  function name(one) {
    return one.row.cells[0].firstElementChild.textContent;
  }

  function named(key) {
    var item = made("li"), link = first[key].row.querySelector("a");
    item.append(link ? link.cloneNode(true) : name(first[key]));
    return item;
  }

  // Under the list: what each filter means, and who was left out for want of knowing.
  function explain(found, state) {
    below.replaceChildren();
    if (state.used && said.whole) { below.append(made("p", said.whole, "note")); }
    (state.asked.job || []).forEach(function (job) {
      var others = data.untaught && data.untaught[job];
      if (others && others.length) {
        var titles = others.map(function (each) { return labelOf("job", each); }).join(", ");
        below.append(made("p", filled(said.untaught, [labelOf("job", job), titles])));
      }
    });
    Object.keys(state.words).forEach(function (filter) {
      if (said.means[filter]) {
        var values = state.words[filter].map(function (word) { return labelOf(filter, word); }).join(", ");
        below.append(made("p", filled(said.means[filter], [values]), "note"));
      }
    });
    var reasons = Object.keys(found.leftOut);
    if (!reasons.length) { return; }
    var all = reasons.reduce(function (sum, reason) { return sum + found.leftOut[reason].length; }, 0);
    below.append(made("p", filled(said.left, [said.colon + all])));
    reasons.sort(function (a, b) { return found.leftOut[b].length - found.leftOut[a].length; }).forEach(function (reason) {
      var some = made("details"), list = made("ul");
      some.append(made("summary", said.reasons[reason] + said.colon + found.leftOut[reason].length), list);
      found.leftOut[reason].forEach(function (key) { list.append(named(key)); });
      below.append(some);
    });
  }

  // Above the list: what the address says that is not known here; what would open a list that is empty.
  function remark(found, state) {
    about.replaceChildren();
    state.ignored.forEach(function (each) {
      var near = each[0] === "near" && data.places, what = near ? each[1] : (said.names[each[0]] || each[0]) + " = " + each[1];
      var line = made("p", filled(near ? said.lost : said.ignored, [what]), "warn");
      about.append(line);
      if (!near) { return; }
      var cities = Object.keys(data.places).map(function (slug) { return data.places[slug][0]; })
        .concat((data.communes || []).map(function (one) { return one.name; }));
      avcareersElements.alike(each[1], Array.from(new Set(cities))).forEach(function (name, place) {
        var link = made("a", name), rest = Object.assign({}, state.words, { near: [name] });
        link.href = location.pathname + "?" + address(rest);
        line.append(place ? ", " : " " + said.meant + " ", link);
      });
    });
    if (!state.used) { return; }
    about.append(made("p", Object.keys(state.words).filter(function (filter) { return said.names[filter]; }).map(function (filter) {
      return said.names[filter] + said.colon + state.words[filter].map(function (word) { return labelOf(filter, word); }).join(", ");
    }).join(" ; "), "asked"));
    if (!Object.keys(found.matching).length && !lost(state)) {
      about.append(made("p", said.none));
      Object.keys(state.words).forEach(function (filter) { open(filter, state); });
    }
    var clear = made("a", said.clear);
    clear.href = location.pathname;
    about.append(clear);
  }

  function open(filter, state) {
    if (!said.names[filter]) { return; }
    var rest = Object.assign({}, state.words);
    delete rest[filter];
    var other = judging.judge(data, judging.read(data, address(rest)).asked), count = Object.keys(other.matching).length;
    if (!count) { return; }
    var line = made("p"), link = made("a", filled(said.without, [said.names[filter]]));
    link.href = location.pathname + "?" + address(rest);
    line.append(link, said.colon + counted(count));
    about.append(line);
  }

  // On the map, the cities where what is listed is taught.
  function mark(found, asked) {
    var places = new Set();
    Object.keys(found.matching).forEach(function (key) {
      judging.campuses(data.records[key], found.matching[key]).forEach(function (campus) {
        var elsewhere = asked.region && !asked.region.includes(campus.region);
        if (!elsewhere && (!asked.near || judging.away(asked.near, campus) <= asked.near.within)) { places.add(campus.place); }
      });
    });
    document.querySelectorAll(".map [data-place]").forEach(function (city) {
      city.classList.toggle("out", !places.has(city.dataset.place));
    });
  }

  function apply(state, quiet) {
    if (quiet) { state.ignored = []; }
    // Of a city that is not known, nothing is near: the whole country would be no answer.
    var found = lost(state) ? { matching: {}, leftOut: {} } : judging.judge(data, state.asked);
    state.used = lost(state) || Object.keys(state.words).some(function (each) { return each !== "sort"; });
    show(found, state.asked, state.used);
    status.textContent = counted(Object.keys(found.matching).length);
    remark(found, state);
    explain(found, state);
    if (data.places) { mark(found, state.asked); }
    twin.href = twinPage + (address(state.words) ? "?" + address(state.words) : "");
  }

  function change(event) {
    var choice = event.target.closest("[data-several]"), typing = event.type === "input";
    // A choice is made once: the browser says it twice.
    if (typing && (event.target.options || event.target.type === "checkbox")) { return; }
    if (choice && !typing) { spare(choice); }
    read(typed(), typing, function (state) {
      apply(state, typing);
      try {
        history.replaceState(null, "", address(state.words) ? "?" + address(state.words) : location.pathname);
      } catch (_) { /* Some browsers keep the address of a file. */ }
    });
  }

  function places() {
    var list = document.getElementById("f-places");
    if (!list || list.options.length) { return; }
    Object.keys(data.places).forEach(function (slug) { list.append(new Option(data.places[slug][0])); });
  }

  form.classList.add("ready");
  form.addEventListener("focusin", function () { known(places); });
  form.addEventListener("input", change);
  form.addEventListener("change", change);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  // The page is written as it is when nothing is asked.
  if (location.search) { read(location.search, false, function (state) { apply(state, false); fill(state.words); }); }
})();
