;;; emacs.el --- eglot opens the workspace, shows what is wrong, completes a key, hovers, applies a fix, formats.
;; Run by run.mjs: emacs -Q --batch -l emacs.el, with SERVER_CMD (words) and FILE in the environment.
(require 'eglot)
(require 'json)
(require 'cl-lib)

(define-derived-mode butane-mode prog-mode "Butane")
(add-to-list 'auto-mode-alist '("\\.bu\\'" . butane-mode))
(add-to-list 'eglot-server-programs `(butane-mode . ,(split-string (getenv "SERVER_CMD"))))
(setq eglot-sync-connect 10 eglot-autoshutdown nil eglot-confirm-server-edits nil eglot-send-changes-idle-time 0)

(defvar seen nil)
(defun saw (key value) (push (cons key value) seen))
(defun wait-for (what predicate)
  (with-timeout (10 (error "waited in vain for %s" what))
    (while (not (funcall predicate)) (accept-process-output nil 0.05))))
(defun texts (list) (vconcat list))

(condition-case fault
    (progn
      (find-file (getenv "FILE"))
      (flymake-mode 1)
      (apply #'eglot (eglot--guess-contact))
      (saw 'editor (concat "Emacs " emacs-version))
      (flymake-start)
      (wait-for "diagnostics" #'flymake-diagnostics)
      (saw 'diagnostics
           (texts (mapcar (lambda (each)
                            (list (cons 'line (1- (line-number-at-pos (flymake-diagnostic-beg each))))
                                  (cons 'message (flymake-diagnostic-text each))))
                          (flymake-diagnostics))))
      ;; The way of a user: completion-at-point through eglot.
      (goto-char (point-max))
      (insert "kern")
      (eglot--signal-textDocument/didChange)
      (let* ((capf (eglot-completion-at-point)) (table (nth 2 capf)))
        (saw 'completion (texts (mapcar #'substring-no-properties (all-completions "kern" table nil)))))
      (delete-region (line-beginning-position) (point-max))
      (eglot--signal-textDocument/didChange)
      (goto-char (point-min))
      (search-forward "mode")
      (saw 'hover (plist-get (plist-get (jsonrpc-request (eglot-current-server) :textDocument/hover
                                                         (eglot--TextDocumentPositionParams))
                                        :contents)
                             :value))
      (search-forward "64")
      (let* ((actions (eglot-code-actions (point) (point)))
             (fix (cl-find-if (lambda (each) (eq t (plist-get each :isPreferred))) actions)))
        (saw 'actions (texts (mapcar (lambda (each) (plist-get each :title)) actions)))
        (eglot--apply-workspace-edit (plist-get fix :edit) 'test))
      (wait-for "the finding to go"
                (lambda () (eglot--signal-textDocument/didChange) (null (flymake-diagnostics))))
      (eglot-format-buffer)
      (saw 'text (buffer-string))
      (set-buffer-modified-p nil)
      (eglot-shutdown (eglot-current-server)))
  (error (saw 'fault (format "%S" fault))))
(princ (json-encode (nreverse seen)))
(terpri)
(kill-emacs 0)
;;; emacs.el ends here
