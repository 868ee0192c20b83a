/** A step of the schema: SQL that takes a file from the version before to this one. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** `NIAN` in ASCII, as SQLite's application_id: tells our files from other programs' databases. */
export const APPLICATION_ID = 0x4e49_414e;

/**
 * Every step, in order, never edited once released. Times are ISO instants in UTC.
 * Short columns stand before long ones, so that reading them does not walk a row's overflow pages.
 */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE reports (
        id TEXT PRIMARY KEY NOT NULL,
        revision INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('writing', 'filed', 'archived')),
        characters INTEGER NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT,
        year INTEGER NOT NULL,
        issuers TEXT NOT NULL,
        title TEXT NOT NULL,
        template_id TEXT,
        base_id TEXT REFERENCES reports (id),
        created_at TEXT NOT NULL,
        progress_answered INTEGER,
        progress_total INTEGER
      ) STRICT;

      CREATE TABLE sections (
        report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('front', 'part', 'section', 'closing')),
        characters INTEGER NOT NULL,
        hash TEXT NOT NULL,
        content TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX sections_by_id ON sections (report_id, id);
      CREATE INDEX sections_in_order ON sections (report_id, position, id, kind);

      CREATE TABLE answers (
        report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('answered', 'notApplicable')),
        answered_at TEXT NOT NULL,
        PRIMARY KEY (report_id, item_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE originals (
        report_id TEXT PRIMARY KEY NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        kept_at TEXT NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;

      CREATE TABLE snapshots (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        reason TEXT NOT NULL,
        revision INTEGER NOT NULL,
        taken_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX snapshots_of_report ON snapshots (report_id, id);

      CREATE TABLE snapshot_contents (
        hash TEXT PRIMARY KEY NOT NULL,
        content TEXT NOT NULL
      ) STRICT;

      CREATE TABLE snapshot_pieces (
        snapshot_id INTEGER NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        hash TEXT NOT NULL REFERENCES snapshot_contents (hash),
        PRIMARY KEY (snapshot_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE settings (
        key TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  // of which revision the progress was counted: another one's is to be counted again
  { version: 2, sql: 'ALTER TABLE reports ADD COLUMN progress_revision INTEGER' },
  {
    version: 3,
    sql: `
      CREATE TABLE confirmations (
        report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        confirmed_at TEXT NOT NULL,
        PRIMARY KEY (report_id, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE outcomes (
        report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        promise_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'partly', 'not')),
        block_id TEXT,
        answered_at TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (report_id, promise_id)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 4,
    // last year's report as it was when the draft was rolled from it; the oldest that is still known
    // of a draft made before this step is how it stands now
    sql: `
      ALTER TABLE reports ADD COLUMN base_snapshot_id INTEGER REFERENCES snapshots (id);

      INSERT INTO snapshots (report_id, reason, revision, taken_at)
      SELECT id, 'base', revision, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM reports
        WHERE id IN (SELECT base_id FROM reports WHERE base_id IS NOT NULL)
        ORDER BY id;

      INSERT INTO snapshot_contents (hash, content)
      SELECT hash, content FROM sections s
        WHERE report_id IN (SELECT report_id FROM snapshots WHERE reason = 'base')
          AND NOT EXISTS (SELECT 1 FROM snapshot_contents c WHERE c.hash = s.hash)
        GROUP BY hash;

      INSERT INTO snapshot_pieces (snapshot_id, position, hash)
      SELECT n.id, s.position, s.hash FROM snapshots n
        JOIN sections s ON s.report_id = n.report_id
        WHERE n.reason = 'base';

      UPDATE reports SET base_snapshot_id =
        (SELECT id FROM snapshots WHERE report_id = reports.base_id AND reason = 'base')
        WHERE base_id IS NOT NULL;
    `,
  },
  {
    version: 5,
    // a question may be called open or partly answered over what was found, with a reason; those that
    // rest on a rule are the same whichever outline applies, and were asked under two names before
    sql: `
      CREATE TABLE answers_new (
        report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('answered', 'partly', 'missing', 'notApplicable')),
        reason TEXT NOT NULL DEFAULT '',
        answered_at TEXT NOT NULL,
        PRIMARY KEY (report_id, item_id)
      ) STRICT, WITHOUT ROWID;
      INSERT OR IGNORE INTO answers_new (report_id, item_id, state, answered_at)
        SELECT report_id,
          CASE WHEN item_id GLOB '20[0-9][0-9]-rule-*' THEN substr(item_id, 6) ELSE item_id END,
          state, answered_at FROM answers;
      DROP TABLE answers;
      ALTER TABLE answers_new RENAME TO answers;

      CREATE TABLE material_files (
        sha256 TEXT PRIMARY KEY NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;
      CREATE TABLE materials (
        id TEXT PRIMARY KEY NOT NULL,
        year INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('note', 'file', 'form')),
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        happened_on TEXT,
        department TEXT NOT NULL,
        file_name TEXT,
        file_sha256 TEXT REFERENCES material_files (sha256),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT
      ) STRICT;
      CREATE INDEX materials_of_year ON materials (year, created_at);
      CREATE TABLE material_tags (
        material_id TEXT NOT NULL REFERENCES materials (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        PRIMARY KEY (material_id, item_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE material_uses (
        material_id TEXT NOT NULL REFERENCES materials (id) ON DELETE CASCADE,
        report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        used_at TEXT NOT NULL,
        PRIMARY KEY (material_id, report_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE ledger (
        year INTEGER NOT NULL,
        figure_id TEXT NOT NULL,
        department TEXT NOT NULL,
        value REAL NOT NULL,
        note TEXT NOT NULL,
        material_id TEXT REFERENCES materials (id) ON DELETE SET NULL,
        recorded_at TEXT NOT NULL,
        PRIMARY KEY (year, figure_id, department)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 6,
    // how a report is filed and published, beside its text
    sql: `
      CREATE TABLE filings (
        report_id TEXT PRIMARY KEY NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        value TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE disclosure_decisions (
        report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        PRIMARY KEY (report_id, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE disclosure_reviews (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        reviewer TEXT NOT NULL,
        reviewed_on TEXT NOT NULL,
        conclusion TEXT NOT NULL CHECK (conclusion IN ('open', 'changed', 'closed')),
        basis TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        withdrawn_at TEXT
      ) STRICT;
      CREATE INDEX disclosure_reviews_of_report ON disclosure_reviews (report_id, id);

      CREATE TABLE layout_templates (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        added_at TEXT NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;
    `,
  },
];
