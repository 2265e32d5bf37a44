"use strict";
// What the scripts of pages share: an element, a text with its blanks filled, the address of what is asked, names.
var avcareersElements = {
  made: function (name, text, kind) {
    var element = document.createElement(name);
    if (text) { element.textContent = text; }
    if (kind) { element.className = kind; }
    return element;
  },

  filled: function (text, values) {
    return values.reduce(function (rest, value) { return rest.replace("{}", function () { return value; }); }, text);
  },

  // Lists of words by name, as the query of an address.
  asked: function (words) {
    var params = new URLSearchParams();
    Object.keys(words).forEach(function (name) {
      words[name].forEach(function (word) { params.append(name, word); });
    });
    return String(params);
  },

  fold: function (text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9+]+/g, " ").trim();
  },

  // The names that a typed one may stand for: those that hold it, else those written nearly alike.
  alike: function (typed, names) {
    var fold = avcareersElements.fold, wanted = fold(typed), pairs = halves(wanted);
    function halves(word) {
      var found = new Set();
      for (var place = 0; place + 1 < word.length; place += 1) { found.add(word.slice(place, place + 2)); }
      return found;
    }
    function likeness(name) {
      var folded = fold(name), others = halves(folded), same = 0;
      if (folded === wanted) { return 3; }
      if (wanted.length > 2 && (" " + folded).includes(" " + wanted)) { return 2 - folded.length / 1e3; }
      others.forEach(function (pair) { same += pairs.has(pair); });
      return 2 * same / (pairs.size + others.size || 1);
    }
    var near = names.map(function (name, place) { return [likeness(name), place]; })
      .filter(function (each) { return each[0] > 0.5; })
      .sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
    // One that holds what was typed is better than any that only looks like it.
    return near.filter(function (each) { return each[0] > 1 || near[0][0] <= 1; }).slice(0, 6).map(function (each) { return names[each[1]]; });
  },

  load: function (address, done) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = script.onerror = done;
    document.head.append(script);
  },
};
