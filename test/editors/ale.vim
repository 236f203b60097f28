" Vim's ALE opens the workspace, shows what is wrong, completes a key, hovers, applies a fix, formats (with `kindling fmt`, as ALE
" formats through programs). Run by run.mjs: vim -N -u ale.vim, with SERVER_CMD, FMT_CMD, FILE and RESULT in the environment.
set nocompatible nomore noswapfile hidden
let g:ale_completion_enabled = 0
let g:ale_lint_on_text_changed = 'always'
let g:ale_lint_delay = 0
let g:ale_hover_to_preview = 1
let g:ale_set_highlights = 0
filetype plugin on
packadd! ale
autocmd BufRead,BufNewFile *.bu set filetype=butane

let s:words = []
let s:seen = {'editor': 'Vim ' . (v:version / 100) . ' with ALE'}

function! s:Finish() abort
  call writefile([json_encode(s:seen)], $RESULT)
  qall!
endfunction

function! s:WaitFor(what, Predicate) abort
  for l:turn in range(400)
    if a:Predicate()
      return
    endif
    sleep 25m
  endfor
  throw 'waited in vain for ' . a:what
endfunction

function! s:Define() abort
  call ale#linter#Define('butane', {
  \ 'name': 'kindling',
  \ 'lsp': 'stdio',
  \ 'executable': split($SERVER_CMD)[0],
  \ 'command': join(map(split($SERVER_CMD), 'shellescape(v:val)')),
  \ 'language': 'butane',
  \ 'project_root': {buffer -> fnamemodify(bufname(buffer), ':p:h')},
  \})
  let g:ale_linters = {'butane': ['kindling']}
  let g:ale_fixers = {'butane': [{buffer -> {'command': $FMT_CMD . ' %t', 'read_temporary_file': 1}}]}
endfunction

function! s:Run() abort
  call s:PretendKeyboard()
  call s:Define()
  execute 'edit' fnameescape($FILE)
  let l:buffer = bufnr('')
  call s:WaitFor('diagnostics', {-> !empty(ale#engine#GetLoclist(l:buffer))})
  let s:seen.diagnostics = map(copy(ale#engine#GetLoclist(l:buffer)), {_, each -> {'line': each.lnum - 1, 'code': get(each, 'code', ''), 'message': each.text}})

  call append('$', 'kern')
  call cursor(line('$'), 5)
  let s:done = 0
  call ale#completion#GetCompletions('ale-callback', {'callback': function('s:Took'), 'line': line('$'), 'column': 5, 'prefix': 'kern'})
  call s:WaitFor('completion', {-> s:done})
  let s:seen.completion = s:words
  $delete _

  call cursor(6, 10)
  call ale#hover#ShowAtCursor()
  call s:WaitFor('hover', {-> !empty(s:PreviewText())})
  let s:seen.hover = s:PreviewText()
  pclose!

  call cursor(6, 15)
  ALECodeAction
  call s:WaitFor('the finding to go', {-> getline(6) !~# 'mode: 644'})
  call ale#Queue(0, '')
  call s:WaitFor('no diagnostics', {-> empty(ale#engine#GetLoclist(l:buffer))})
  ALEFix
  call s:WaitFor('formatting', {-> getline(5) ==# '  files:'})
  let s:seen.text = join(getline(1, '$'), "\n") . "\n"
endfunction

function! s:Took(result) abort
  let s:words = map(copy(a:result), {_, each -> each.word})
  let s:done = 1
endfunction

function! s:PreviewText() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      return join(getbufline(winbufnr(l:window), 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

" Nobody is at the keyboard: ALE offers words in insert mode only, and asks which fix to take.
function! s:PretendKeyboard() abort
  runtime autoload/ale/util.vim
  function! ale#util#Mode(...) abort
    return 'i'
  endfunction
  function! ale#util#Input(message, value, ...) abort
    return '1'
  endfunction
endfunction

function! s:Start(...) abort
  try
    call s:Run()
  catch
    let s:seen.fault = v:exception . ' at ' . v:throwpoint
  endtry
  call s:Finish()
endfunction

autocmd VimEnter * call timer_start(10, function('s:Start'))
