-- Views of the exported database: questions that need several tables.

-- A programme with its school, its cities, and the lowest amount of the newest year that is a price: at
-- school, and as an apprentice. A part of a price, and what bears no year, is none: see costs.scope.
CREATE VIEW programme_overview AS
SELECT
    p.school, s.name AS school_name, s.kind AS school_kind, p.slug AS programme, p.title, p.award,
    d.name_fr AS diploma, p.level, p.entry_level, p.years, p.alternance_mode,
    (SELECT group_concat(DISTINCT pl.name) FROM campuses c JOIN places pl ON pl.slug = c.place
     WHERE c.school = p.school) AS cities,
    sc.low AS school_eur_per_year, sc.year AS school_eur_year, sc.origin AS school_eur_origin,
    (SELECT min(c.low) FROM costs c WHERE c.school = p.school AND c.programme = p.slug
     AND c.route = 'apprentissage' AND c.scope = 'year' AND (c.year IS NOT NULL OR c.origin = 'rule')
    ) AS apprentice_eur_per_year
FROM programmes p
LEFT JOIN costs sc ON sc.school = p.school AND sc.programme = p.slug AND sc.position = (
    SELECT c.position FROM costs c WHERE c.school = p.school AND c.programme = p.slug
    AND c.route = 'scolaire' AND c.scope = 'year' AND (c.year IS NOT NULL OR c.origin = 'rule')
    ORDER BY coalesce(c.year, '9999') DESC, c.origin, c.low LIMIT 1)
JOIN schools s ON s.slug = p.school LEFT JOIN diplomas d ON d.slug = p.diploma;

-- The floors of a job that no newer text is known to replace, ready to print: the agreement, what the amount
-- pays (basis: its key) and the text by name, the day it was read; source_page says what source_url is,
-- and under_smic that the SMIC is due instead.
CREATE VIEW job_pay AS
SELECT j.job, f.agreement, a.name_fr AS agreement_fr, a.name_en AS agreement_en, f.function, g.section_fr,
       g.section_en, f.basis, b.name_fr AS basis_fr, b.name_en AS basis_en, f.amount_eur, f.unit,
       f.valid_from, f.method, f.under_smic, g.status, f.source, s.title AS source_title, s.read_on, f.source_url, f.source_page
FROM job_pay_functions j
JOIN pay_floors f ON f.idcc = j.idcc AND f.function = j.function
JOIN pay_grids g ON g.slug = f.grid
JOIN agreements a ON a.slug = f.agreement
JOIN pay_bases b ON b.slug = f.basis
JOIN sources s ON s.slug = f.source
WHERE f.valid_until IS NULL;

-- Where schools teach, on a map: the site when it is located, else the city.
CREATE VIEW campus_points AS
SELECT c.school, s.name AS school_name, pl.name AS city, pl.region,
       coalesce(c.lat, pl.lat) AS latitude, coalesce(c.lon, pl.lon) AS longitude
FROM campuses c JOIN schools s ON s.slug = c.school JOIN places pl ON pl.slug = c.place;
