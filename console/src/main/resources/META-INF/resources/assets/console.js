// What htmx does not do by itself; the page works without it.
(function () {
  'use strict';

  var isPoll = function (element) { return element.hasAttribute('data-poll'); };

  // A hidden tab asks for nothing, and nothing is swapped from under a selection being made or a form being filled in.
  var shouldWait = function (element) {
    var selection = document.getSelection();
    var selecting = selection && !selection.isCollapsed && element.contains(selection.anchorNode);
    return document.hidden || selecting || element.querySelector('details[open]') !== null;
  };

  document.addEventListener('htmx:beforeRequest', function (event) {
    if (isPoll(event.detail.elt) && shouldWait(event.detail.elt)) {
      event.preventDefault();
    }
  });

  document.addEventListener('visibilitychange', function () {
    var live = document.getElementById('live');
    if (!document.hidden && live) {
      htmx.trigger(live, 'wake');
    }
  });

  // A choice among suggestions comes as if it had been typed; it counts at once, a half-typed word does not.
  document.addEventListener('input', function (event) {
    var input = event.target;
    var isSuggested = function (option) { return option.value === input.value; };
    if (input.form && input.list && Array.from(input.list.options).some(isSuggested)) {
      htmx.trigger(input.form, 'change');
    }
  });

  // Addresses stay short: what was not asked for is not in them.
  document.addEventListener('htmx:configRequest', function (event) {
    var parameters = event.detail.parameters;
    Object.keys(parameters).forEach(function (name) {
      if (parameters[name] === '') {
        delete parameters[name];
      }
    });
  });

  var connection = function (isLost) {
    return function () { document.getElementById('lost').hidden = !isLost; };
  };
  document.addEventListener('htmx:sendError', connection(true));
  document.addEventListener('htmx:timeout', connection(true));
  document.addEventListener('htmx:responseError', connection(true));
  document.addEventListener('htmx:beforeOnLoad', function (event) {
    if (event.detail.xhr.status < 400) {
      connection(false)();
    }
  });
})();
