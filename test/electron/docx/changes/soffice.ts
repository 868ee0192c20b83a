import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from './settle-xml.ts';

const commands: Readonly<Record<Verdict, string>> = {
  accept: '.uno:AcceptAllTrackedChanges',
  reject: '.uno:RejectAllTrackedChanges',
};

const moduleHead =
  '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">';
const libraryHead =
  '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">';

const macro = `${moduleHead}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settle" script:language="StarBasic">
Sub Settle(source As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim document As Object, dispatcher As Object
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim none()
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, none())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
</script:module>`;

const library = `${libraryHead}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Settle"/></library:library>`;

/** Has LibreOffice accept or reject all changes of a .docx and save it again. */
export function settleWithOffice(docx: Uint8Array, verdicts: readonly Verdict[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-settle-'));
  const run = (argument: string, ...more: readonly string[]) =>
    execFileSync(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', argument, ...more],
      { stdio: 'ignore', timeout: 100_000, env: { ...process.env, HOME: folder } },
    );
  try {
    const source = join(folder, 'source.docx');
    writeFileSync(source, docx);
    // the first start makes the profile, over whatever lies in its place
    run('--convert-to', 'txt:Text', '--outdir', join(folder, 'first'), source);
    const basic = join(folder, 'profile/user/basic/Standard');
    writeFileSync(join(basic, 'Settle.xba'), macro);
    writeFileSync(join(basic, 'script.xlb'), library);
    return verdicts.map((verdict) => {
      const target = join(folder, `${verdict}.docx`);
      run(`macro:///Standard.Settle.Settle("${source}","${commands[verdict]}","${target}")`);
      return readFileSync(target);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
