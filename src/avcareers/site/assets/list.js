"use strict";
// A list and its filters: rows are hidden, never rebuilt. What is asked stands in the address, so that it can be sent.
(function () {
  var data = window.avcareersListed, judging = avcareersJudging;
  var made = avcareersElements.made, filled = avcareersElements.filled, address = avcareersElements.asked;
  var form = document.querySelector("form.filters"), table = document.querySelector("main table");
  if (!data || !form || !table) { return; }
  var said = JSON.parse(form.dataset.said), french = document.documentElement.lang === "fr";
  var status = document.querySelector(".counted"), about = document.querySelector(".about-list");
  var facets = document.querySelector("nav.facets"), twin = document.querySelector("a.twin");
  var twinPage = twin.getAttribute("href");
  var body = table.tBodies[0], below = made("div", "", "left-out"), total = Object.keys(data.records).length;
  table.after(below);

  var heading = null, every = Array.from(body.rows).map(function (row) {
    if (row.classList.contains("group")) { heading = row; }
    return { row: row, key: row.dataset.key, group: heading };
  });
  var first = {};
  every.forEach(function (one) { if (one.key && !first[one.key]) { first[one.key] = one; } });

  function counted(number) {
    return filled(said.counted[Number(french ? number >= 2 : number !== 1)], [number, total]);
  }

  function labelOf(name, word) {
    var option = form.elements[name] && Array.from(form.elements[name].options || [])
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
      var several = control.selectedOptions && control.selectedOptions[0].dataset.several;
      (several ? control.value.split(",") : [control.value]).forEach(function (value) {
        params.append(control.name, value);
      });
    });
    return String(params);
  }

  function fill(words) {
    Array.from(form.elements).forEach(function (control) {
      if (!control.name) { return; }
      var chosen = words[control.name] || [];
      if (control.type === "checkbox") { control.checked = chosen.length > 0; return; }
      if (chosen.length > 1 && control.options) {
        var together = made("option", chosen.map(function (word) { return labelOf(control.name, word); }).join(", "));
        together.value = chosen.join(",");
        together.dataset.several = "1";
        control.append(together);
      }
      control.value = control.name === "near" && chosen[0] ? data.places[chosen[0]][0] : chosen.join(",");
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
    if (state.ignored.length) {
      var list = state.ignored.map(function (each) {
        return (said.names[each[0]] || each[0]) + " = " + each[1];
      }).join(", ");
      about.append(made("p", filled(said.ignored, [list]), "warn"));
    }
    if (!state.used) { return; }
    if (!Object.keys(found.matching).length) {
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

  function apply(asks, quiet) {
    var state = judging.read(data, asks), found = judging.judge(data, state.asked);
    if (quiet) { state.ignored = []; }
    state.used = Object.keys(state.words).some(function (each) { return each !== "sort"; });
    show(found, state.asked, state.used);
    status.textContent = counted(Object.keys(found.matching).length);
    remark(found, state);
    explain(found, state);
    if (data.places) { mark(found, state.asked); }
    twin.href = twinPage + (address(state.words) ? "?" + address(state.words) : "");
    return state;
  }

  function change(event) {
    var state = apply(typed(), event.type === "input");
    try {
      history.replaceState(null, "", address(state.words) ? "?" + address(state.words) : location.pathname);
    } catch (_) { /* Some browsers keep the address of a file. */ }
  }

  Object.keys(data.places || {}).forEach(function (slug) {
    var option = made("option");
    option.value = data.places[slug][0];
    document.getElementById("f-places").append(option);
  });
  var map = document.querySelector(".map");
  if (map && window.matchMedia("(min-width: 60rem)").matches) { map.open = true; }
  form.hidden = false;
  fill(apply(location.search, false).words);
  form.addEventListener("input", change);
  form.addEventListener("change", change);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
