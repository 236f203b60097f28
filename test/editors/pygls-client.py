"""An independent typed client decodes every message of the server: pygls with the types of lsprotocol.

Run by run.mjs: python3 pygls-client.py FILE SERVER...; prints one line of JSON.
"""

import asyncio
import json
import sys

from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

faults = []


class Client(BaseLanguageClient):
    def report_server_error(self, error, source):
        faults.append(repr(error))


async def main(path, command):
    client = Client("kindling-test", "1")
    published = asyncio.Queue()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def _(params):
        published.put_nowait(params)

    await client.start_io(*command)
    capabilities = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(
            document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True),
        )
    )
    result = await client.initialize_async(types.InitializeParams(capabilities=capabilities, process_id=None, root_uri=None))
    client.initialized(types.InitializedParams())
    uri = "file://" + path
    with open(path, encoding="utf-8") as file:
        text = file.read()
    document = types.TextDocumentIdentifier(uri)
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "butane", 1, text)))
    diagnostics = await asyncio.wait_for(published.get(), 10)
    end = types.Position(len(text.splitlines()), 0)
    mode = types.Position(5, 10)
    completion = await client.text_document_completion_async(types.CompletionParams(document, end))
    await client.completion_item_resolve_async(completion.items[0])
    hover = await client.text_document_hover_async(types.HoverParams(document, mode))
    await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    await client.text_document_folding_range_async(types.FoldingRangeParams(document))
    await client.text_document_selection_range_async(types.SelectionRangeParams(document, [mode]))
    await client.text_document_document_link_async(types.DocumentLinkParams(document))
    await client.text_document_definition_async(types.DefinitionParams(document, mode))
    await client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(include_declaration=True), document, mode)
    )
    await client.text_document_document_highlight_async(types.DocumentHighlightParams(document, mode))
    await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
    await client.workspace_symbol_async(types.WorkspaceSymbolParams("m"))
    await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document))
    await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document, diagnostics.diagnostics[0].range, types.CodeActionContext([]))
    )
    options = types.FormattingOptions(2, True)
    await client.text_document_formatting_async(types.DocumentFormattingParams(document, options))
    await client.text_document_range_formatting_async(
        types.DocumentRangeFormattingParams(document, types.Range(types.Position(0, 0), end), options)
    )
    await client.text_document_on_type_formatting_async(
        types.DocumentOnTypeFormattingParams(document, mode, "\n", options)
    )
    await client.shutdown_async(None)
    client.exit(None)
    await asyncio.sleep(0.3)
    print(
        json.dumps(
            {
                "editor": "pygls",
                "server": result.server_info.name,
                "diagnostics": [
                    {"line": each.range.start.line, "code": each.code, "message": each.message}
                    for each in diagnostics.diagnostics
                ],
                "completion": [each.label for each in completion.items],
                "hover": hover.contents.value,
                "actions": [each.title for each in actions],
                **({"fault": "; ".join(faults)} if faults else {}),
            }
        )
    )


asyncio.run(main(sys.argv[1], sys.argv[2:]))
