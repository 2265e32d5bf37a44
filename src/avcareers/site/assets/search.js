"use strict";
// The page of the search: answers while one types. The weights, the heaviest file, come with the first search;
// answers do not wait for them.
(function () {
  var MOST = 20, most = MOST, made = avcareersElements.made, filled = avcareersElements.filled;
  var input = document.getElementById("q"), found = document.getElementById("found");
  var said = window.avcareersSaid, asked = null, status = document.querySelector(".counted"), intro = document.querySelector(".lead");
  var twin = document.querySelector("a.twin"), twinPage = twin.getAttribute("href");

  function address(hit) {
    var slug = hit.slug.split("/");
    return page(hit.kind, slug[0]) + (slug[1] ? "#programme-" + encodeURIComponent(slug[1]) : "");
  }

  function page(kind, slug) { return said.folders[kind] + encodeURIComponent(slug) + ".html"; }

  // The page that does what the words ask for.
  function step(one) {
    var index = avcareersSearch.index(), of = one.records.map(function (number) { return index.slugs[number]; });
    var asked = { job: of, near: one.near ? [one.near.slug] : [] }, kind = index.kinds[one.records[0]];
    var href = one.step === "pay" ? page("pay", of[0])
      : one.step === "explain" ? page("topic", of[0])
      : one.step === "compare" ? said.compare + "?" + avcareersElements.asked({ [kind]: of })
      : one.step === "schools" ? page("school", "index") + "?" + avcareersElements.asked(asked)
      : page("job", "index") + "?entry=1";
    var about = one.records.map(function (number) { return said.titles[number]; });
    if (one.near) { about.push(filled(said.near, [one.near.name])); }
    var written = made("p", "", "step"), link = made("a", said.steps[one.step] + (about.length ? said.colon + about.join(", ") : ""));
    link.href = href;
    written.append(link);
    return written;
  }

  function row(hit) {
    var item = made("li"), title = made("a", said.titles[hit.number]);
    title.href = address(hit);
    if (["profession", "school", "programme"].includes(hit.kind)) { title.lang = "fr"; }
    var kind = made("span", said.kinds[hit.kind], "muted");
    item.append(title, " ", kind);
    var says = made("p", said.says[hit.number]);
    var seen = avcareersSearch.fold(said.titles[hit.number]);
    if (!["all-words", "some-words", "meaning"].includes(hit.why) && !seen.includes(avcareersSearch.fold(hit.matched))) {
      says.append(" ", made("span", "(" + said.why[hit.why] + said.colon + hit.matched + ")", "muted"));
    }
    item.append(says);
    return item;
  }

  // A school that gives the same programme in several ways is named once.
  function alone(hits) {
    var seen = new Set();
    return hits.filter(function (hit) {
      var told = hit.kind + said.titles[hit.number] + said.says[hit.number];
      return !seen.has(told) && seen.add(told);
    });
  }

  function more() {
    var button = made("button", said.next);
    button.type = "button";
    button.addEventListener("click", function () {
      var shown = found.querySelectorAll(".hits li").length;
      most += MOST;
      show();
      var link = found.querySelectorAll(".hits a")[shown];
      if (link) { link.focus(); }
    });
    return button;
  }

  function show() {
    var query = input.value.trim();
    found.replaceChildren();
    status.textContent = "";
    intro.hidden = Boolean(query);
    if (!query) { return; }
    var answer = avcareersSearch.search(query, most), count = answer.hits.length;
    var told = count ? filled(said.counted, [count, answer.total]) : filled(said.nothing, [query]);
    var near = count ? [] : avcareersIntents.nearNames(query, said.titles);
    if (near.length) { told += " " + filled(said.names, [near.join(", ")]); }
    status.textContent = told;
    avcareersIntents.steps(answer.meant).forEach(function (one) { found.append(step(one)); });
    if (count && said.outside[answer.hits[0].number]) { found.append(made("p", said.outside[answer.hits[0].number], "warn")); }
    if (count) {
      // A number is no word that one mistypes.
      answer.mended.filter(function (group) { return !/^[0-9]+$/.test(group.typed); }).forEach(function (group) {
        found.append(made("p", filled(said.mended, [group.typed, group.readAs])));
      });
      if (answer.unknown.length) {
        found.append(made("p", filled(said.unknown, [answer.unknown.slice(0, 5).join(", ")])));
      }
      var list = made("ol", "", "hits");
      alone(answer.hits).forEach(function (hit) { list.append(row(hit)); });
      found.append(list);
      if (answer.total > count) { found.append(more()); }
    }
    document.title = query + " – " + said.title;
  }

  function ask() {
    if (asked === null) {
      asked = document.createElement("script");
      asked.src = weights;
      asked.onload = show;
      document.head.append(asked);
    }
    show();
    twin.href = twinPage + "?q=" + encodeURIComponent(input.value.trim());
    try {
      history.replaceState(null, "", "?q=" + encodeURIComponent(input.value.trim()));
    } catch (_) { /* Some browsers keep the address of a file. */ }
  }

  var weights = document.querySelector("script[src$='search-index.js']").src.replace("index.js", "weights.js");
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.addEventListener("input", function () {
    most = MOST;
    ask();
  });
  input.form.addEventListener("submit", function (event) {
    event.preventDefault();
    ask();
  });
  if (input.value) { ask(); } else { input.focus(); }
})();
