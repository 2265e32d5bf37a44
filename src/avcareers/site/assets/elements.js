"use strict";
// What the scripts of pages share: an element, a text with its blanks filled, the address of what is asked.
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
};
