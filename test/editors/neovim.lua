-- Neovim's built-in client opens the workspace, shows what is wrong, completes a key, hovers, applies a fix, formats.
-- Run by run.mjs: nvim --headless --clean -u NONE -S neovim.lua, with SERVER_CMD (JSON) and FILE in the environment.
local seen = {}
local function encode(value) return vim.fn.json_encode(value) end

local function clients()
  return vim.lsp.get_clients and vim.lsp.get_clients() or vim.lsp.get_active_clients()
end

local function finish()
  for _, client in ipairs(clients()) do client.stop() end
  vim.wait(2000, function() return #clients() == 0 end, 20)
  io.stdout:write(encode(seen) .. '\n')
  vim.cmd('qa!')
end

local function start(buffer, file)
  local config = { name = 'kindling', cmd = vim.fn.json_decode(vim.env.SERVER_CMD), root_dir = vim.fn.fnamemodify(file, ':p:h') }
  if vim.lsp.start then return vim.lsp.start(config) end
  local id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, id)
  return id
end

local function run()
  local file = vim.env.FILE
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  vim.bo.filetype = 'butane'
  local buffer = vim.api.nvim_get_current_buf()
  local id = assert(start(buffer, file), 'no client')
  local client = vim.lsp.get_client_by_id(id)
  assert(vim.wait(10000, function() return client.initialized and vim.lsp.buf_is_attached(buffer, id) end, 10), 'not initialized')
  local version = vim.version()
  seen.editor = string.format('Neovim %d.%d.%d', version.major, version.minor, version.patch)

  local function request(method, params)
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 5000)
    local answer = assert(answers and answers[id], method .. ' got no answer')
    assert(not answer.err and not answer.error, encode(answer))
    return answer.result
  end

  assert(vim.wait(10000, function() return #vim.diagnostic.get(buffer) > 0 end, 10), 'no diagnostics')
  seen.diagnostics = vim.tbl_map(function(each) return { line = each.lnum, code = each.code, message = each.message } end, vim.diagnostic.get(buffer))

  -- The way of a user: the omnifunc of the client.
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { 'kern' })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(buffer), 4 })
  local position = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local list = request('textDocument/completion', position)
  local items = vim.lsp.util.text_document_completion_list_to_complete_items(list, 'kern')
  seen.completion = vim.tbl_map(function(each) return each.word end, items)
  vim.api.nvim_buf_set_lines(buffer, -2, -1, false, {})

  vim.api.nvim_win_set_cursor(0, { 6, 14 })
  local hover = request('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding))
  seen.hover = hover.contents.value

  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = {} }
  for _, action in ipairs(request('textDocument/codeAction', params)) do
    if action.isPreferred then vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding) end
  end
  assert(vim.wait(10000, function() return #vim.diagnostic.get(buffer) == 0 end, 10), 'the finding stayed: ' .. encode(vim.diagnostic.get(buffer)))

  if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 5000 }) else vim.lsp.buf.formatting_sync(nil, 5000) end
  seen.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n'
end

local ok, fault = xpcall(run, debug.traceback)
if not ok then seen.fault = fault end
finish()
