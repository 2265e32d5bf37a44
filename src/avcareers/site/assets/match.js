"use strict";
// The page that goes from a person to jobs: it answers as one ticks. What is ticked stands in the address.
// What is written of jobs was escaped when the site was built, as every page is.
(function () {
  var data = window.avcareersMatch, form = document.querySelector("form.match");
  if (!data || !form) { return; }
  var made = avcareersElements.made, filled = avcareersElements.filled, address = avcareersElements.asked;
  var said = data.said, status = document.querySelector(".counted"), into = document.querySelector(".matched");
  var list = document.getElementById("by-activity"), command = document.querySelector("code[data-options]");
  var twin = document.querySelector("a.twin"), twinPage = twin.getAttribute("href"), names = ["like", "not", "from"];
  var place = {}, onward = document.querySelector(".onward a");
  data.jobs.forEach(function (job, number) { place[job.slug] = number; });

  function controls(name) { return Array.from(form.elements).filter(function (one) { return one.name === name; }); }

  function labelOf(name, word) {
    return controls(name).find(function (one) { return one.value === word; }).labels[0].textContent;
  }

  function quoted(name, word) { return filled(said.quoted, [labelOf(name, word)]); }

  function counted(forms, number) { return filled(forms[Math.min(number, 2)], [number]); }

  function typed() {
    var asked = {};
    names.forEach(function (name) {
      var chosen = controls(name).filter(function (one) { return one.checked && one.value; });
      asked[name] = chosen.map(function (one) { return one.value; });
    });
    return asked;
  }

  // Ticks what an address says; returns what of it is not known here.
  function tick(query) {
    var ignored = [];
    form.reset();
    new URLSearchParams(query).forEach(function (word, name) {
      var control = names.includes(name) && controls(name).find(function (one) { return one.value === word; });
      if (control && word) { control.checked = true; } else { ignored.push(name + " = " + word); }
    });
    return ignored;
  }

  function line(html, kind) {
    var written = made("p", "", kind || "under");
    written.innerHTML = html;
    return written;
  }

  function led(head, text, kind) {
    var written = made("p", "", "under");
    written.append(made("span", head + said.colon, kind), text);
    return written;
  }

  // Why a job is there: what one likes of it, what is known of what one refuses, the ways into it.
  function reasons(one, asked) {
    var job = data.jobs[place[one.slug]], told = [], unknown = [];
    one.likes.forEach(function (like) {
      var head = asked.like.length === 1 ? said.done : labelOf("like", like).split(/\s?:/)[0];
      told.push(led(head, job.activities[like], "muted"));
    });
    asked.not.forEach(function (name) {
      var known = job.conditions[name];
      if (known) { told.push(line(data.lines[known[1]])); } else { unknown.push(labelOf("not", name)); }
    });
    if (unknown.length) {
      var open = led(said.ask, unknown.join(", "), "warn");
      open.append(" ", made("em", "(" + said.unknown + ")", "unknown"));
      told.push(open);
    }
    data.routes[asked.from[0] || ""][place[one.slug]].forEach(function (way) {
      var written = line(data.lines[way]);
      told.push(written);
      if (written.querySelector("a[href*='" + data.schools + "']")) {
        written.append(" · ", schools({ job: [one.slug], entry: asked.from, "max-fees": ["0"] }, said.free));
      }
    });
    return told;
  }

  // The list of schools, where city and money count, with what is known here already.
  function schools(filters, text) {
    var link = made("a", text);
    link.href = data.schools + "index.html?" + address(filters);
    return link;
  }

  // The departments of most jobs found, when one has said what one likes.
  function departments(found, asked) {
    var counts = {};
    found.forEach(function (one) {
      var department = data.jobs[place[one.slug]].department;
      counts[department] = (counts[department] || 0) + 1;
    });
    var all = Object.keys(counts).sort(function (a, b) { return counts[b] - counts[a]; });
    return asked.like.length ? all.slice(0, 3) : [];
  }

  function titled(one, into) {
    var job = data.jobs[place[one.slug]], link = made("a", job.title);
    link.href = data.folder + encodeURIComponent(job.slug) + ".html";
    into.append(link, " ", made("span", "(" + job.level + ")", "muted"));
    return into;
  }

  // A job whose reasons unfold: they are written when one asks.
  function folded(one, asked) {
    var job = data.jobs[place[one.slug]], some = made("details");
    some.append(made("summary", job.title + " (" + job.level + ")"));
    some.addEventListener("toggle", function () {
      if (some.childElementCount > 1) { return; }
      some.append(titled(one, made("p")));
      some.append.apply(some, reasons(one, asked));
    });
    return some;
  }

  function group(name, all, asked, first) {
    var found = all.filter(function (one) { return one.group === name; });
    if (!found.length) { return; }
    var part = made("section"), jobs = made("ul"), shown = found.filter(function (one) { return first.includes(one); });
    part.append(made("h2", said.groups[name]));
    shown.forEach(function (one) {
      var item = titled(one, made("li"));
      item.append.apply(item, reasons(one, asked));
      jobs.append(item);
    });
    if (shown.length) { part.append(jobs); }
    var others = found.slice(shown.length);
    if (shown.length && others.length) { part.append(made("p", said.others + said.colon)); }
    part.append.apply(part, others.map(function (one) { return folded(one, asked); }));
    into.append(part);
  }

  // What is left out of what was asked, and what is asked instead.
  function change(asked, other) {
    var less = [], more = [];
    names.forEach(function (name) {
      asked[name].forEach(function (word) { if (!other[name].includes(word)) { less.push(quoted(name, word)); } });
      other[name].forEach(function (word) { if (!asked[name].includes(word)) { more.push(quoted(name, word)); } });
    });
    return more.length ? filled(said.given, [more.join(", ")]) : filled(said.without, [less.join(", ")]);
  }

  function aside(all, asked) {
    var part = made("section"), why = made("ul");
    ["like"].concat(asked.not, "way").forEach(function (by) {
      var number = all.filter(function (one) { return one.against.includes(by); }).length;
      if (number) { why.append(made("li", counted(said.jobs, number) + " (" + said.why[by] + ")")); }
    });
    if (!why.childElementCount) { return; }
    part.append(made("h2", said.aside), why);
    avcareersMatching.openings(data, asked, all).forEach(function (opening) {
      var written = made("p"), link = made("a", change(asked, opening.asked));
      link.href = "?" + address(opening.asked);
      written.append(link, said.colon + counted(said.more, opening.jobs));
      part.append(written);
    });
    into.append(part);
  }

  function verdict(all) {
    var counts = avcareersMatching.GROUPS.map(function (name) {
      return all.filter(function (one) { return one.group === name; }).length;
    });
    var others = avcareersMatching.GROUPS.slice(1).filter(function (_, at) { return counts[at + 1]; });
    var text = others.map(function (name) {
      return counted(said.verdict[name], counts[avcareersMatching.GROUPS.indexOf(name)]);
    }).join(said.semicolon);
    return counted(said.verdict.fits, counts[0]) + (text && " " + text[0].toUpperCase() + text.slice(1) + ".");
  }

  function show(ignored) {
    var asked = typed(), query = address(asked), all = avcareersMatching.judge(data, asked);
    into.replaceChildren();
    if (ignored.length) { into.append(made("p", filled(said.ignored, [ignored.join(", ")]), "warn")); }
    list.hidden = Boolean(query);
    status.textContent = query ? verdict(all) : "";
    twin.href = twinPage + (query && "?" + query);
    command.textContent = "avcareers match" + names.map(function (name) {
      return asked[name].map(function (word) { return " --" + name + " " + word; }).join("");
    }).join("") + " " + command.dataset.options;
    var found = all.filter(function (one) { return one.group; }), first = found.slice(0, data.most);
    onward.search = address({ department: departments(found, asked), entry: asked.from });
    if (!query) { return; }
    var clear = made("a", said.clear);
    clear.href = location.pathname;
    into.append(clear);
    avcareersMatching.GROUPS.forEach(function (name) { group(name, all, asked, first); });
    aside(all, asked);
  }

  form.addEventListener("change", function () {
    show([]);
    var query = address(typed());
    try {
      history.replaceState(null, "", query ? "?" + query : location.pathname);
    } catch (_) { /* Some browsers keep the address of a file. */ }
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.classList.add("ready");
  show(tick(location.search));
})();
