from dataclasses import replace

import numpy as np
import pytest
from scipy.ndimage import binary_erosion
from scipy.sparse import csr_matrix

from bot.figure.look.camera import CameraAim, camera, framed
from bot.figure.look.light import FLOOR_NODES, bake, blend
from bot.figure.look.picture import PLAIN, difference
from bot.figure.look.render import CameraView, Drawing
from bot.figure.scene import Coarse, Floats, Scene, Surface, linear, unit

SIZE = (240, 180)
FRONT = CameraAim(0, 15)


def grid(across: int, along: int) -> np.ndarray:
    first = (np.arange(along)[:, None] * (across + 1) + np.arange(across)).ravel()
    return np.stack([first, first + 1, first + across + 2, first + across + 1], axis=1)


def ball(centre: tuple[float, float, float], radius: float = 0.2, colour: str = "#C98F70") -> Surface:
    turn, fall = np.meshgrid(np.linspace(0, 2 * np.pi, 41), np.linspace(0, np.pi, 25))
    normals = np.stack([np.sin(fall) * np.cos(turn), np.cos(fall), np.sin(fall) * np.sin(turn)], -1)
    normals = normals.reshape(-1, 3)
    return Surface(np.array(centre) + radius * normals, grid(40, 24), normals, linear(colour))


def sheet(
    corner: tuple[float, float, float],
    right: tuple[float, float, float],
    up: tuple[float, float, float],
    **more: object,
) -> Surface:
    a, b = (values.ravel()[:, None] for values in np.meshgrid(np.linspace(0, 1, 21), np.linspace(0, 1, 21)))
    vertices = np.array(corner) + a * np.array(right) + b * np.array(up)
    normals = np.broadcast_to(unit(np.cross(right, up)), vertices.shape)
    named = {"paint": linear("#8A8A8A"), **more}
    return Surface(vertices, grid(20, 20), normals, **named)  # type: ignore[arg-type]


def drawn(*surfaces: Surface, aim: CameraAim = FRONT, points: Floats | None = None) -> Drawing:
    scene = Scene(list(surfaces))
    seen = framed(scene.vertices if points is None else points, aim, SIZE)
    return CameraView(seen, SIZE).draw(scene, bake(scene, aim.azimuth))


def test_a_ray_through_a_points_pixel_meets_the_point() -> None:
    seen = camera((0.1, 0.4, 0), 4.0, CameraAim(35, 20))
    point = np.array([0.3, 0.7, -0.2])
    way = seen.rays(seen.project(point, SIZE)[None], SIZE)[0]
    assert way @ unit(point - seen.eye) == pytest.approx(1, abs=1e-6)


def test_the_room_is_seen_the_right_way_round() -> None:
    seen = camera((0, 0, 0), 4.0, CameraAim(0, 0))
    middle, right, up = seen.project(np.array([[0, 0, 0], [0.5, 0, 0], [0, 0.5, 0]]), SIZE)
    assert middle == pytest.approx([120, 90])
    assert right[0] > 121
    assert up[1] < 89
    from_the_right = camera((0, 0, 0), 4.0, CameraAim(90, 0)).project(np.array([0, 0, 0.5]), SIZE)
    assert from_the_right[0] < 119


@pytest.mark.parametrize("aim", [FRONT, CameraAim(90, 4), CameraAim(-30, 60, 25)])
@pytest.mark.parametrize("stretch", [(1.0, 0.2, 0.3), (0.2, 1.7, 0.3)])
def test_what_is_framed_fills_the_picture_but_for_the_margin(
    aim: CameraAim, stretch: tuple[float, float, float]
) -> None:
    points = ball((0.4, 0.3, -0.2), 1.0).vertices * np.array(stretch)
    pixels = framed(points, aim, SIZE, 0.05).project(points, SIZE) / np.array(SIZE)
    low, high = pixels.min(axis=0), pixels.max(axis=0)
    assert low.min() >= 0.05 - 1e-4
    assert high.max() <= 0.95 + 1e-4
    assert (high - low).max() == pytest.approx(0.9, abs=1e-3)
    assert (low + high) / 2 == pytest.approx([0.5, 0.5], abs=0.05)


def test_the_same_scene_is_the_same_picture() -> None:
    one, again = (drawn(ball((0, 0.2, 0)), ball((0.3, 0.3, 0))) for _ in range(2))
    assert np.array_equal(one.image, again.image)


def test_the_mask_covers_what_the_surface_covers() -> None:
    scene = Scene([ball((0, 0.5, 0))])
    seen = camera((0, 0.5, 0), 4.0, CameraAim(0, 0))
    mask = CameraView(seen, SIZE).draw(scene, bake(scene)).mask
    radius = seen.focal * SIZE[1] * 0.2 / np.sqrt(4.0**2 - 0.2**2)
    assert mask.sum() == pytest.approx(np.pi * radius**2, rel=0.01)
    assert ((mask > 0) & (mask < 1)).sum() > radius


def test_edges_are_smooth() -> None:
    """No step from cover to none without a pixel between, along most of the rim."""
    mask = drawn(ball((0, 0.3, 0))).mask
    rim = (mask[:, 1:] > 0) != (mask[:, :-1] > 0)
    hard = np.abs(np.diff(mask, axis=1)) == 1
    assert hard.sum() < 0.35 * rim.sum()


def test_the_floor_is_dark_away_from_the_key_light_and_plain_far_off() -> None:
    image = drawn(
        ball((0, 0.2, 0)), aim=CameraAim(0, 35), points=np.array([[-2, 0, 0], [2, 0, 0], [0, 1.0, 0]])
    )
    grey = image.image.astype(float).mean(axis=-1)
    row = int(np.flatnonzero(image.mask.max(axis=1))[-1]) - 3
    columns = np.flatnonzero(image.mask[row] > 0)
    left, right = grey[row, columns[0] - 6 : columns[0] - 2], grey[row, columns[-1] + 3 : columns[-1] + 7]
    assert right.mean() < left.mean() - 5
    assert (image.image[4, 4] == PLAIN).all()


def test_a_roof_keeps_the_key_light_and_the_sky_out() -> None:
    floor = sheet((-0.5, 0.1, 0.5), (1, 0, 0), (0, 0, -1))
    roof = sheet((-0.5, 0.3, 0.5), (1, 0, 0), (0, 0, -1))
    half = len(floor.vertices)
    middle = half // 2
    open_light, roofed = bake(Scene([floor])), bake(Scene([floor, roof]))
    assert open_light.key[middle] == pytest.approx(1)
    assert roofed.key[middle] == pytest.approx(0, abs=0.02)
    assert roofed.sky[middle].mean() < 0.7 * open_light.sky[middle].mean()


def test_a_red_wall_reddens_what_stands_beside_it() -> None:
    wall = sheet((0.25, 0, -0.5), (0, 0, 1), (0, 1, 0), paint=linear("#E02010"))
    facing = sheet((-0.25, 0, 0.5), (0, 0, -1), (0, 1, 0))
    sky = bake(Scene([facing, wall])).sky[len(facing.vertices) // 2]
    assert sky[0] > 1.15 * sky[2]


def test_a_second_view_shares_the_sky_and_has_its_own_key_light() -> None:
    scene = Scene([ball((0, 0.2, 0))])
    front = bake(scene)
    side = bake(scene, 90, like=front)
    assert side.sky is front.sky
    assert side.towards_key @ front.towards_key < 0.9
    assert not np.allclose(side.floor, front.floor)


def test_light_is_blended_between_two_moments() -> None:
    one, other = (
        bake(Scene([ball((x, 0.3, 0)), sheet((-1, 0.02, 1), (2, 0, 0), (0, 0, -2))])) for x in (0, 0.2)
    )
    middle = blend(one, other, 0.5)
    assert middle.floor.shape == (FLOOR_NODES, FLOOR_NODES)
    assert np.allclose(middle.key, (one.key + other.key) / 2, atol=1e-6)
    assert not np.allclose(one.key, other.key)
    assert np.allclose(blend(one, other, 0).sky, one.sky)


def test_light_worked_out_at_fewer_points_is_carried_to_all() -> None:
    fine = ball((0, 0.3, 0))
    every = np.arange(0, len(fine.vertices), 2)
    to_fine = np.zeros((len(fine.vertices), len(every)), np.float32)
    to_fine[np.arange(len(fine.vertices)), np.minimum(np.arange(len(fine.vertices)) // 2, len(every) - 1)] = 1
    coarse = Coarse(fine.vertices[every], fine.normals[every], csr_matrix(to_fine))
    sparse = Surface(fine.vertices, fine.quads, fine.normals, fine.paint, coarse=coarse)
    assert len(bake(Scene([sparse])).key) == len(every)
    apart, _ = difference(drawn(fine).image, drawn(sparse).image)
    assert 0 < apart < 2


def line_pixels(*surfaces: Surface) -> int:
    """Pixels, other than along the background, that the outline makes darker."""
    aim = CameraAim(0, 0)
    lined = drawn(*surfaces, aim=aim)
    bare = drawn(*(replace(surface, outline=False) for surface in surfaces), aim=aim)
    inside = np.asarray(binary_erosion(lined.mask == 1, iterations=4))
    assert inside.sum() > 1000
    darker = np.max(bare.image.astype(int) - lined.image, axis=-1)
    return int((darker[inside] > 8).sum())


def behind_and_before(gap: float) -> tuple[Surface, Surface]:
    behind = sheet((-0.5, 0.2, 0), (1, 0, 0), (0, 0.8, 0))
    return behind, sheet((-0.5, 0.2, gap), (0.5, 0, 0), (0, 0.8, 0))


def test_a_line_runs_where_one_surface_stands_before_another() -> None:
    assert line_pixels(*behind_and_before(0.15)) >= 60
    assert line_pixels(*behind_and_before(0.005)) == 0


def test_no_line_runs_on_a_surface_seen_at_a_slant() -> None:
    assert line_pixels(sheet((-1, 0, 2), (2, 0, -6), (0, 1.5, 0))) == 0


def test_paint_sees_its_attributes_at_each_point() -> None:
    def halves(at: dict[str, Floats]) -> Floats:
        assert at["place"].ndim == 1
        return np.where(at["place"][:, None] < 0.5, linear("#C02020"), linear("#2020C0"))

    place = np.tile(np.linspace(0, 1, 21), 21)
    wall = sheet((-0.5, 0.1, 0), (1, 0, 0), (0, 0.6, 0), paint=halves, attributes={"place": place})
    row = drawn(wall, aim=CameraAim(0, 0)).image[90].astype(int)
    red = row[:, 0] > row[:, 2] + 40
    blue = row[:, 2] > row[:, 0] + 40
    assert red.sum() == pytest.approx(blue.sum(), abs=2)
    assert np.flatnonzero(red).max() - np.flatnonzero(blue).min() in range(-3, 1)


def test_a_colour_for_each_vertex_is_mixed_between_them() -> None:
    shades = np.repeat(np.tile(np.linspace(0.05, 0.6, 21), 21)[:, None], 3, axis=1)
    wall = sheet((-0.5, 0.1, 0), (1, 0, 0), (0, 0.6, 0), paint=shades)
    row = drawn(wall, aim=CameraAim(0, 0)).image[90].astype(int).mean(axis=-1)[30:210]
    assert (np.diff(row) >= 0).all()
    assert row[-1] > row[0] + 80


def test_the_shadow_fades_at_the_sides_of_a_view_beside_another() -> None:
    scene = Scene([sheet((-3, 1.0, 1), (6, 0, 0), (0, 0, -2))])
    light = bake(scene)
    seen = camera((0, 0.1, 0), 4.0, CameraAim(0, 10, 8))
    plain, faded = (CameraView(seen, SIZE, fading=fading).draw(scene, light).image for fading in (0.0, 0.2))
    assert (plain[150, 0] < PLAIN).all()
    assert (faded[150, 0] == PLAIN).all()
    assert np.array_equal(plain[:, 120], faded[:, 120])


def test_nothing_in_sight_is_the_plain_background() -> None:
    scene = Scene([ball((0, 0.2, 0))])
    away = camera((50, 50, 0), 4.0, CameraAim(0, 0))
    drawing = CameraView(away, SIZE).draw(scene, bake(scene))
    assert (drawing.image == PLAIN).all()
    assert not drawing.mask.any()
